using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Web.SignIn;

/// <summary>The people and the api key to try the product with, in Development only: section "Development" of the configuration.</summary>
internal static class SeededPeople
{
    public static async Task SeedPeople(this IUseCases useCases, IConfiguration configuration)
    {
        var seed = configuration.GetSection("Development").Get<Seed>();
        foreach (var person in seed?.SignIns ?? [])
        {
            if (person.Staff is { } staff)
                await Expect(useCases.Run(Actor.Product, new PutStaff(
                    new(staff), person.DisplayName ?? staff, person.Pseudonym, person.Roles ?? [], null, null, Active: true)));

            await Expect(useCases.Run(Actor.Product, new SetSignIn(
                person.Name, person.Password,
                person.Staff is null ? null : new StaffId(person.Staff), person.Account is null ? null : new AccountId(person.Account))));
        }

        if (seed?.ApiKey is { Length: > 0 } key)
            await Expect(useCases.Run(Actor.Product, new MakeApiKey("Development", "development", Enum.GetValues<Scope>(), key)));
    }

    private static async Task Expect<T>(Task<Result<T>> seeded) =>
        _ = (await seeded).Match(x => x, refused => throw new InvalidOperationException($"Seeding failed: {refused.Code}. {refused.Words}"));

    private sealed record Seed(string? ApiKey, Person[]? SignIns);

    private sealed record Person(
        string Name, string Password, string? Staff = null, string? Account = null, string? DisplayName = null, string? Pseudonym = null, Role[]? Roles = null);
}
