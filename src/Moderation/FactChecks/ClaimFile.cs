using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>Staff open a check: what was checked, who says what of it, how that changed, and how far it has come.</summary>
[AllowedTo(Role.FactChecker, Role.Moderator, Role.AppealReviewer, Role.Lead, Role.PolicyManager)]
public sealed record ClaimFile(FactCheckId FactCheck) : IQuery<ClaimFile.Answer>
{
    /// <param name="Doubt">Why its word was not read, while it waits.</param>
    /// <param name="Word">As its publisher gave it.</param>
    /// <param name="Number">On the scale from <paramref name="Worst"/> to <paramref name="Best"/>.</param>
    /// <param name="RatedBy">The pseudonym of who of our fact-checkers gave the rating; null where it came with the check.</param>
    /// <param name="Named">How many posts it names, known or not.</param>
    /// <param name="Copies">How many copies of them were found, up to <see cref="ReviewQueue.CountCap"/>.</param>
    /// <param name="Bearing">How many posts bear it, up to the same.</param>
    /// <param name="Run">What brings it to its copies, or lifts it, at this moment; null where nothing does.</param>
    /// <param name="IsYours">Whether who asks may correct it.</param>
    public sealed record Answer(
        FactCheckId Id, FactCheckState State, Rating? Rating, ReadingDoubt Doubt, string Claim, string Publisher, string Url, string? Language, string? Word, double? Number, double Best,
        double Worst, DateOnly? CheckedOn, string? Explanation, string? ClaimedBy, DateOnly? ClaimedOn, IReadOnlyList<string> Appearances, IReadOnlyList<string> Sources,
        DateTimeOffset FiledAt, DateTimeOffset? RatedAt, string? RatedBy, int Named, int Copies, int Bearing, RunProgress.Answer? Run, IReadOnlyList<Correction> Corrections, bool IsYours);

    /// <param name="By">In the words of who sent it.</param>
    public sealed record Correction(Rating? Before, Rating? After, string Reason, string By, DateTimeOffset At);

    internal sealed class Handler(ModerationDb db, Checkable checkable, Call call, IColleagueNames names) : IRequestHandler<ClaimFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ClaimFile query, CancellationToken ct)
        {
            if (await db.FactChecks.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.FactCheck, ct) is not { } check)
                return FactCheckErrors.Unknown;

            var items = db.RatedItems.Where(x => x.FactCheckId == check.Id);
            // What was given back on an appeal keeps the decision that never was.
            var bearing = from item in items
                          join decision in db.Decisions on item.DecisionId equals (DecisionId?)decision.Id
                          where decision.OverturnedAt == null && decision.SupersededAt == null
                          select decision.Id;
            var corrections = await db.Set<FactCheckCorrection>().AsNoTracking().Where(x => x.FactCheckId == check.Id).OrderBy(x => x.At).ThenBy(x => x.Id)
                .Select(x => new Correction(x.Before, x.After, x.Reason, x.By, x.At)).ToListAsync(ct);
            var (review, rated) = (check.Review, check.Review.Rating);
            return new Answer(
                check.Id, check.State, check.Rating, check.Doubt, review.Claim, review.Publisher, review.Url, review.Language, rated.Word, rated.Value, rated.Best, rated.Worst, review.CheckedOn,
                review.Explanation, review.ClaimedBy, review.ClaimedOn, review.Appearances, review.Sources ?? [], check.FiledAt, check.RatedAt, await names.Of(check.RatedBy, ct),
                await items.Where(x => x.CopyOf == null).OrderBy(x => x.ContentId).Take(ReviewQueue.CountCap).CountAsync(ct), await items.Where(x => x.CopyOf != null).OrderBy(x => x.ContentId).Take(ReviewQueue.CountCap).CountAsync(ct),
                await bearing.OrderBy(x => x).Take(ReviewQueue.CountCap).CountAsync(ct), await Run(check, ct), corrections, call.Rights.Holds(Role.FactChecker) && !await checkable.IsOwn(check.Id, ct));
        }

        private async Task<RunProgress.Answer?> Run(FactCheck check, CancellationToken ct)
        {
            var what = JsonSerializer.Serialize(new Spreading.What(check.Id), WireJson.Options);
            return await db.Runs.AsNoTracking().Where(x => x.State == RunState.Running && x.Kind == RunKind.SpreadRating && x.What == what)
                .OrderBy(x => x.NotBefore).FirstOrDefaultAsync(ct) is { } run && run.IsVisibleTo(call) ? await RunProgress.Answer.Of(run, call, names, ct) : null;
        }
    }
}
