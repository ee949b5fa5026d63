using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A moderator asks what colleagues noted at a case, and about the account behind it, the newest first.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record CaseNotes(CaseId Case) : IQuery<CaseNotes.Answer>
{
    /// <summary>Older ones are not shown.</summary>
    public const int Most = 100;

    public sealed record Answer(IReadOnlyList<Row> Notes);

    /// <param name="By">As colleagues call who wrote it.</param>
    /// <param name="Text">Null where it was withdrawn, or erased with what it was about.</param>
    /// <param name="WithdrawUntil">Until when who asks may take it back; null where they may not.</param>
    public sealed record Row(NoteId Id, NoteOn On, CaseId Case, string By, DateTimeOffset At, string? Text, bool IsWithdrawn, DateTimeOffset? WithdrawUntil);

    internal sealed class Handler(ModerationDb db, CaseSight sight, Seals seals, TimeProvider clock) : IRequestHandler<CaseNotes, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(CaseNotes query, CancellationToken ct)
        {
            if (!(await sight.See(query.Case, ct)).IsOk(out var seen, out var refusal))
                return refusal;

            var author = seen.Case.AuthorId;
            var here = await db.Notes.AsNoTracking().Where(x => x.CaseId == query.Case).OrderByDescending(x => x.Id).Take(Most).ToListAsync(ct);
            var elsewhere = await db.Notes.AsNoTracking().Where(x => x.AccountId == author && x.On == NoteOn.Account && x.CaseId != query.Case)
                .OrderByDescending(x => x.Id).Take(Most).ToListAsync(ct);
            // What was noted of a secret is one, wherever it is read.
            var closed = await seals.ClosedOf(elsewhere.Select(x => x.Subject), ct);
            Note[] notes = [.. here.Concat(elsewhere.Where(x => !closed.Contains(x.Subject))).OrderByDescending(x => x.Id.Value).Take(Most)];
            var writers = notes.Select(x => x.By).Distinct().ToArray();
            var names = await db.Staff.AsNoTracking().Where(x => writers.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.CalledBy, ct);
            var now = clock.GetUtcNow();
            return new Answer([.. notes.Select(x => new Row(
                x.Id, x.On, x.CaseId, names.GetValueOrDefault(x.By, ""), x.At, x.WithdrawnAt is null && x.ErasedAt is null ? x.Text : null, x.WithdrawnAt is not null,
                x.MayBeWithdrawn(seen.By.Id, now) ? x.At + Note.Fresh : null))]);
        }
    }
}
