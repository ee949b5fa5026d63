using System.Security.Cryptography;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Web.SignIn;

/// <summary>How a new installation gets its first administrator: whoever may run the program on its machine makes one.</summary>
internal static class FirstAdmin
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 24;

    /// <summary>The exit code. The password is said once, here, and kept nowhere.</summary>
    public static async Task<int> Create(WebApplication app, string name)
    {
        var useCases = app.Services.GetRequiredService<IUseCases>();
        var password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        var added = await useCases.Run(Actor.Product, new PutStaff(new(name), name, null, [Role.Admin], null, null, Active: true));
        if (!added.IsOk(out _, out var refusal)
            || !(await useCases.Run(Actor.Product, new SetSignIn(name, password, new StaffId(name), null))).IsOk(out _, out refusal))
        {
            await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Words}");
            return 1;
        }

        await Console.Out.WriteLineAsync($"{name} may sign in with the password {password}");
        return 0;
    }
}
