using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.FactChecks;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Members;

/// <summary>How far a dispute is, as steps.</summary>
internal static class DisputeWords
{
    public static IReadOnlyList<ProgressStep> Progress(DisputeProgress.Answer dispute, IStringLocalizer words)
    {
        var isClosed = dispute.ClosedAt is not null;
        return
        [
            new(words["Dispute.Step.Filed"], dispute.FiledAt.UtcDateTime.ToString(Moment.DayAndTime, CultureInfo.CurrentCulture), ProgressState.Done),
            new(words["Dispute.Step.Looking"], dispute.Publisher, isClosed ? ProgressState.Done : ProgressState.Now),
            new(
                words[isClosed ? $"Dispute.State.{dispute.State}" : "Dispute.Step.Answer"],
                dispute.ClosedAt is { } at ? MemberWords.Day(at) : words[dispute.State is DisputeState.Overdue ? "Dispute.WasDue" : "Appeals.By", MemberWords.Day(dispute.DueAt)],
                isClosed ? ProgressState.Done : ProgressState.Ahead),
        ];
    }
}
