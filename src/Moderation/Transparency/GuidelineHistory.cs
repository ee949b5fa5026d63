using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// A guideline through the versions of the rulebook, and how often it was decided by. One that is or ever was restricted is
/// known to child-safety specialists only; policy managers read its text in the draft.
/// </summary>
[AllowedTo(Role.PolicyManager, Role.Moderator, Role.Lead, Role.ChildSafety, Role.AppealReviewer)]
public sealed record GuidelineHistory(string Code) : IQuery<GuidelineHistory.Answer>
{
    private const int Months = 24;

    /// <param name="Versions">In which something about it changed, the newest first.</param>
    /// <param name="Usage">The last 24 calendar months in UTC, the oldest first.</param>
    public sealed record Answer(string Code, string Title, IReadOnlyList<InVersion> Versions, IReadOnlyList<Month> Usage);

    /// <param name="Rule">Null where that version does not have it.</param>
    public sealed record InVersion(int Number, DateTimeOffset InForceFrom, bool IsScheduled, Rule? Rule);

    /// <param name="StrikeWeight">How many strikes one breach counts for.</param>
    /// <param name="SevereLookBack">Whether strikes look back years instead of days.</param>
    public sealed record Rule(
        GuidelineSet Set, string Title, string Text, Severity Severity, int StrikeWeight, bool OneStrike, bool SevereLookBack, int LookBackDays,
        int LookBackYears, int AppealMonths, IReadOnlyList<RulebookView.Effect> Outcomes, IReadOnlyList<RulebookView.Effect> AccountOutcomes);

    /// <param name="Decisions">Made under it in that month, not counting what strikes brought about.</param>
    /// <param name="Overturned">Those of them that were overturned since.</param>
    public sealed record Month(DateOnly First, int Decisions, int Overturned);

    internal sealed class Handler(ModerationDb db, Call call, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<GuidelineHistory, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(GuidelineHistory query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var found = new List<(int Number, DateTimeOffset From, Rulebook Book, Guideline? Guideline)>();
            foreach (var version in await db.RulebookVersions.Standing.OrderBy(x => x.InForceFrom).ThenBy(x => x.Number)
                .Select(x => new { x.Number, x.InForceFrom }).ToListAsync(ct))
            {
                var book = await rulebooks.Version(db, version.Number, ct);
                found.Add((version.Number, version.InForceFrom, book, book.Guidelines.FirstOrDefault(x => x.Code == query.Code)));
            }

            var isRestricted = found.Exists(x => x.Guideline is { Restricted: true });
            if (found.FindLast(x => x.Guideline is not null).Guideline is not { } latest || isRestricted && !call.Rights.Holds(Role.ChildSafety))
                return DraftErrors.UnknownGuideline;

            call.OpensSomethingSensitive |= isRestricted;
            var versions = new List<InVersion>();
            foreach (var (number, from, book, guideline) in found)
            {
                var rule = guideline is null ? null : Show(guideline, book.Windows);
                if (versions.Count == 0 ? rule is not null : !Alike(versions[^1].Rule, rule))
                    versions.Add(new(number, from, from > now, rule));
            }

            versions.Reverse();
            return new Answer(query.Code, latest.Title, versions, await Usage(query.Code, now, ct));
        }

        private async Task<Month[]> Usage(string code, DateTimeOffset now, CancellationToken ct)
        {
            var first = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1 - Months);
            var months = Enumerable.Range(0, Months).Select(x => new Month(DateOnly.FromDateTime(first.AddMonths(x).UtcDateTime), 0, 0)).ToArray();
            var clauses = code + ".";
            await foreach (var (at, isOverturned) in db.Decisions.AsNoTracking()
                .Where(x => x.MadeAt >= first && x.CauseId == null && (x.Guideline == code || x.Guideline.StartsWith(clauses)))
                .Select(x => new ValueTuple<DateTimeOffset, bool>(x.MadeAt, x.OverturnedAt != null)).AsAsyncEnumerable().WithCancellation(ct))
            {
                var month = (at.UtcDateTime.Year - first.Year) * 12 + at.UtcDateTime.Month - first.Month;
                if (month < Months)
                    months[month] = months[month] with
                    {
                        Decisions = months[month].Decisions + 1,
                        Overturned = months[month].Overturned + (isOverturned ? 1 : 0),
                    };
            }

            return months;
        }

        private static Rule Show(Guideline x, Guidelines.Windows windows) => new(
            x.Set, x.Title, x.Text, x.Severity, x.StrikeWeight, x.OneStrike, x.SevereLookBack, windows.OrdinaryLookBackDays, windows.SevereLookBackYears,
            windows.AppealMonths, [.. x.Outcomes.Select(RulebookView.Effect.Of)], [.. x.AccountOutcomes.Select(RulebookView.Effect.Of)]);

        // Records compare lists by reference, so they are compared as they are written.
        private static bool Alike(Rule? a, Rule? b) => JsonSerializer.Serialize(a, PipelineJson.Options)
            == JsonSerializer.Serialize(b, PipelineJson.Options);
    }
}
