using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Components;
using Moderation.Web.Review;
using Moderation.Web.Tests.Components;

namespace Moderation.Web.Tests.Review;

/// <summary>Somebody of the staff, signed in, before a door that answers as the test says.</summary>
public abstract class StaffContext : VocabularyContext
{
    private protected static readonly StaffId Kestrel = new("kestrel");

    protected StaffContext()
    {
        AddAuthorization().SetAuthorized("moderator").SetClaims(new Claim(SetSignIn.StaffClaim, Kestrel.Value));
        Door = new(x => Aside(x) ?? Answer(x));
        Services.AddSingleton<IUseCases>(Door);
        Services.AddScoped<Connection>().AddScoped<Judging>();
    }

    private protected FakeDoor Door { get; }

    protected string Here => Services.GetRequiredService<NavigationManager>().Uri;

    protected abstract object Answer(object useCase);

    // What every page of the console says and asks beside its own.
    private static object? Aside(object useCase) => useCase switch
    {
        BeHere or LeavePage or LeaveCase => Ok(default(Done)),
        WhoIsHere => Ok(new WhoIsHere.Answer([], 1)),
        CaseKeeping => Ok(new CaseKeeping.Answer(null, null, null, null, false, false)),
        _ => null,
    };

    private protected IEnumerable<T> Asked<T>() => Door.Asked.Select(x => x.UseCase).OfType<T>();

    // What a key begins may wait for the clock, which the test turns only afterwards.
    private protected static Task Press<T>(IRenderedComponent<T> page, string key, Guid? shown, long? claim) where T : class, IComponent =>
        page.FindComponent<StaffKeys>().Instance.OnKey(key, shown?.ToString(), claim) is { IsCompleted: true } done ? done : Task.CompletedTask;

    private protected static Result<T> Ok<T>(T value) => value;
}
