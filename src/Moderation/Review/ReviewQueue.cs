using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;
using Severity = Moderation.Guidelines.Severity;

namespace Moderation.Review;

/// <summary>A moderator asks what waits, the most urgent first.</summary>
/// <param name="Filter">Which part of it; null for all.</param>
/// <param name="Take">1 to 200 rows.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Counted">Whether it is also counted.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record ReviewQueue(QueueFilter? Filter = null, int Take = 50, ReviewQueue.Place? After = null, bool Counted = true)
    : IQuery<ReviewQueue.Answer>
{
    /// <summary>Beyond this a count is said to be "or more".</summary>
    public const int CountCap = 10_000;

    internal const int MaxTake = 200;

    /// <summary>Where a page ended.</summary>
    public sealed record Place(double Priority, DateTimeOffset DueAt, CaseId Id);

    /// <param name="Count">Of all that wait in this part, up to <see cref="CountCap"/>.</param>
    /// <param name="OrMore">Whether there may be more than that.</param>
    /// <param name="Next">
    /// Where to go on; null at the end. A page may be shorter than asked for, or empty, and still not be the last: as much as
    /// one question looks at held no more.
    /// </param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, bool OrMore, Place? Next);

    /// <param name="State">Open, Claimed, Escalated, Snoozed, or Kept for somebody.</param>
    /// <param name="HeldBy">The pseudonym of who holds it.</param>
    /// <param name="Harm">Log of the expected harm, 0 and up.</param>
    /// <param name="PictureRevision">The revision whose first picture or video may be shown; null for none.</param>
    public sealed record Row(
        CaseId Id, SubjectRef Subject, ContentKind? Kind, AccountId Author, string Handle, string FirstLine, string? MediaUrl,
        Severity Severity, double Harm, IReadOnlyList<string> Guidelines, int Reports, int Signals, long Reach,
        DateTimeOffset OpenedAt, DateTimeOffset DueAt, string State, string? HeldBy, bool IsMine, int? PictureRevision = null,
        bool IsLegalNotice = false);

    internal sealed class Validator : AbstractValidator<ReviewQueue>
    {
        public Validator()
        {
            RuleFor(x => x.Take).InclusiveBetween(1, MaxTake);
            RuleFor(x => x.Filter!).SetValidator(new QueueFilter.Validator()).When(x => x.Filter is not null);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, Claims claims, QueueWalk walk, QueueCount counts, QueueRows rows, TimeProvider clock)
        : IRequestHandler<ReviewQueue, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ReviewQueue query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var (now, filter) = (clock.GetUtcNow(), query.Filter ?? QueueFilter.All);
            Lane[] lanes = [.. (await claims.LanesFor(member, ct)).OrderBy(x => x.Id)
                .Where(x => (filter.Queue is null || x.Queue == filter.Queue) && (filter.Language is null || x.Language == filter.Language))];
            var page = await walk.From(query.After, filter, lanes, me, now, query.Take, ct);
            var (count, orMore) = query.Counted ? await counts.Of(filter, lanes, me, now, ct) : (0, false);
            return new Answer(await rows.Show([.. page.Found.Select(x => x.Id)], me, now, ct), count, orMore, page.Next);
        }
    }
}
