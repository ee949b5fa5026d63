using Microsoft.Extensions.Localization;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Ranking;
using Moderation.Transparency;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Members;

/// <summary>What happened around a decision, the newest first.</summary>
internal static class DecisionStory
{
    public static IReadOnlyList<TimelineEntry> Of(DecisionFile.Answer file, IStringLocalizer words)
    {
        var appeal = file.Appeal;
        var isOpen = appeal.FiledAt is not null && appeal.ClosedAt is null;
        List<TimelineEntry> story = [];
        if (appeal is { ClosedAt: { } closed, State: { } state })
            story.Add(new(closed, words[state is AppealState.Ruled ? $"Appeals.Ruling.{appeal.Ruling}" : $"Appeals.State.{state}"]));
        if (file.OverturnedAt is { } overturned && overturned != appeal.ClosedAt)
            story.Add(new(overturned, words["Decision.TakenBack"]));
        if (appeal.FiledAt is { } filed)
            story.Add(new(filed, words["Progress.Appealed"], IsNow: isOpen));
        story.Add(new(
            file.MadeAt, string.Join(", ", file.Outcomes.DistinctBy(x => x.Kind).OrderBy(x => x.Kind).Select(x => words[$"Member.{x.Kind}"].Value)) is { Length: > 0 } did
                ? did : words["Decision.NothingDone"],
            IsOverturned: file.State is not DecisionState.InForce));
        return [.. story.OrderByDescending(x => x.At)];
    }

    public static OutcomeState StateOf(DecisionFile.Answer file, EnforceDirectly.Effect outcome, DateTimeOffset now) =>
        file.State is not DecisionState.InForce ? OutcomeState.Overturned
        : outcome.LiftedAt is not null || outcome.Until <= now ? OutcomeState.Ended
        : OutcomeState.InForce;

    public static IReadOnlyList<ProgressStep> Progress(AppealState state, DateTimeOffset filedAt, DateTimeOffset dueAt, DateTimeOffset? closedAt, IStringLocalizer words)
    {
        var isClosed = closedAt is not null;
        string filed = filedAt.UtcDateTime.ToString(Moment.DayAndTime, System.Globalization.CultureInfo.CurrentCulture);
        List<ProgressStep> steps =
        [
            new(words["Progress.Appealed"], filed, ProgressState.Done),
            new(words["Progress.Received"], filed, ProgressState.Done),
            new(words["Progress.Looking"], words["Progress.LookingWho"], isClosed || state is AppealState.SecondOpinion ? ProgressState.Done : ProgressState.Now),
        ];
        if (state is AppealState.SecondOpinion)
            steps.Add(new(words["Progress.SecondOpinion"], null, ProgressState.Now));
        steps.Add(new(
            words["Progress.Answer"], closedAt is { } at ? MemberWords.Day(at) : words["Appeals.By", MemberWords.Day(dueAt)],
            isClosed ? ProgressState.Done : ProgressState.Ahead));
        return steps;
    }
}
