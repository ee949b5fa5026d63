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
        foreach (var later in Later(file).GroupBy(x => x.From))
            story.Add(new(later.Key, words["Decision.ChangedTo", Said(later, words)]));
        if (AllEndedByRules(file) is { } ended)
            story.Add(new(ended, words["Decision.EndedByRules"]));
        story.Add(new(
            file.MadeAt, string.Join(", ", file.Outcomes.Except(Later(file)).DistinctBy(x => x.Kind).OrderBy(x => x.Kind).Select(x => words[$"Member.{x.Kind}"].Value)) is { Length: > 0 } did
                ? did : words["Decision.NothingDone"],
            IsOverturned: file.State is DecisionState.Overturned or DecisionState.Superseded));
        return [.. story.OrderByDescending(x => x.At)];
    }

    /// <summary>What changed since it was made, where other rules were applied to it; null if nothing did.</summary>
    public static string? Changed(DecisionFile.Answer file, IStringLocalizer words) =>
        file.State is not DecisionState.InForce ? null
        : Later(file).GroupBy(x => x.From).MaxBy(x => x.Key) is { } last ? words["Decision.ChangedSince", MemberWords.Day(last.Key), Said(last, words)].Value
        : AllEndedByRules(file) is { } at ? words["Decision.EndedSince", MemberWords.Day(at)].Value
        : null;

    // What took the place of something else at that instant.
    private static List<EnforceDirectly.Effect> Later(DecisionFile.Answer file) =>
        [.. file.Outcomes.Where(x => x.From > file.MadeAt && file.Outcomes.Any(y => y.Lifted is HowLifted.Ended && y.LiftedAt == x.From))];

    private static DateTimeOffset? AllEndedByRules(DecisionFile.Answer file) =>
        file.Outcomes.Count > 0 && file.Outcomes.All(x => x.Lifted is HowLifted.Ended) ? file.Outcomes.Max(x => x.LiftedAt) : null;

    private static string Said(IEnumerable<EnforceDirectly.Effect> outcomes, IStringLocalizer words) =>
        string.Join(", ", outcomes.Select(x => x.Kind).Distinct().Order().Select(x => words[$"Member.{x}"].Value));

    public static OutcomeState StateOf(DecisionFile.Answer file, EnforceDirectly.Effect outcome, DateTimeOffset now) =>
        file.State is DecisionState.Overturned or DecisionState.Superseded ? OutcomeState.Overturned
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
