using Microsoft.AspNetCore.Components;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Web.Components;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Review;

// What is chosen and written stays over a reload, in the tab of who wrote it.
public sealed partial class CaseDecision
{
    [Inject] private Judging Judging { get; set; } = default!;

    private async Task Recall(string name)
    {
        if (await Kept.Read(Js, name) is { Length: > 0 } written && Draft.Rationale.Length == 0)
            Draft.Rationale = written;
        if (Draft.Rule is null && KeptChoice.Read(await Kept.Read(Js, Kept.ChoiceOf(name))) is { } choice)
        {
            choice.Restore(Draft);
            if (await Kept.Read(Js, Kept.DeviationOf(name)) is { Length: > 0 } reason)
                Draft.Deviation = reason;
        }

        kept = name;
    }

    private Task Change(Action chosen)
    {
        chosen();
        return Chosen();
    }

    private async Task Chosen()
    {
        // The preview does not wait for the tab, which over a slow line is far away.
        var written = kept is not null && KeptChoice.Of(Draft) is { } choice
            ? Kept.Write(Js, Kept.ChoiceOf(kept), choice.Write())
            : ValueTask.CompletedTask;
        await Preview();
        await written;
    }

    private async Task Forget()
    {
        if (await Me() is Actor.Staff(var me))
            await Kept.ForgetCase(Js, me, File.Id.Value);
    }

    private Task Detail((IReadOnlySet<OutcomeKind> Pressed, IReadOnlyDictionary<OutcomeKind, OutcomeDetail> Details) said) => Change(() =>
    {
        detailing = false;
        Draft.Press(said.Pressed);
        Draft.Detail(said.Details);
    });
}
