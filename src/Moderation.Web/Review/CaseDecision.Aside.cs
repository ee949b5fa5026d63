using Moderation.Review;

namespace Moderation.Web.Review;

// What else can be done with a case than deciding it.
public sealed partial class CaseDecision
{
    private enum Aside
    {
        Nothing,
        Question,
        Snooze,
        HandOver,
    }

    private void Ask(Aside what)
    {
        aside = what;
        StateHasChanged();
    }

    private void Stay() => Ask(Aside.Nothing);

    private Task Escalate(string question) => Send(me => new EscalateCase(me, File.Id, Claim.Number, question), _ => Done());

    private Task Snooze((DateTimeOffset Until, string Reason) asked) =>
        Send(me => new SnoozeCase(me, File.Id, Claim.Number, asked.Until, asked.Reason), _ => Done());

    private Task HandOn((string To, string Note) asked) =>
        Send(me => new HandOver(me, File.Id, Claim.Number, asked.To, asked.Note), _ => Done());

    private Task Release() => Send(me => new ReleaseClaim(me, File.Id, Claim.Number), _ => OnReleased.InvokeAsync());
}
