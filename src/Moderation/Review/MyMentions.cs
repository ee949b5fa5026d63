using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Somebody asks to which notes colleagues called them, the newest first.</summary>
/// <param name="Take">0 to 100 rows; 0 only counts what is unread.</param>
/// <param name="Before">The last row of the page before.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record MyMentions(int Take = 50, NoteId? Before = null) : IQuery<MyMentions.Answer>
{
    /// <summary>Beyond this the unread are said to be "or more".</summary>
    public const int CountCap = 99;

    /// <param name="Unread">Capped.</param>
    /// <param name="Next">Null at the end.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Unread, NoteId? Next);

    /// <param name="By">As colleagues call who wrote it.</param>
    public sealed record Row(NoteId Note, CaseId Case, NoteOn On, string By, DateTimeOffset At, string Text, bool IsRead);

    internal sealed class Handler(ModerationDb db, Call call, Seals seals) : IRequestHandler<MyMentions, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MyMentions query, CancellationToken ct)
        {
            if (call.Actor is not Actor.Staff(var me))
                return PipelineErrors.NotAllowed;

            var mine = db.Mentions.AsNoTracking().Where(x => x.To == me).Join(db.Notes.AsNoTracking(), x => x.NoteId, x => x.Id, (mention, note) => new { mention.ReadAt, Note = note });
            var unread = await mine.Where(x => x.ReadAt == null).OrderByDescending(x => x.Note.Id).Take(CountCap + 1).Select(x => x.Note).ToListAsync(ct);
            // Counting opens nothing, so it is not written down that a specialist did.
            var count = call.Rights.Holds(Role.ChildSafety) ? unread.Count : await Visible(unread, ct) is var seen ? seen.Count : 0;
            var take = Math.Clamp(query.Take, 0, 100);
            if (take == 0)
                return new Answer([], count, null);

            if (query.Before is { } before)
                mine = mine.Where(x => x.Note.Id < before);
            var page = await mine.OrderByDescending(x => x.Note.Id).Take(take).ToListAsync(ct);
            var visible = (await Visible([.. page.Select(x => x.Note)], ct)).ToHashSet();
            var writers = visible.Select(x => x.By).Distinct().ToArray();
            var names = await db.Staff.AsNoTracking().Where(x => writers.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.CalledBy, ct);
            return new Answer(
                [.. page.Where(x => visible.Contains(x.Note)).Select(x => new Row(
                    x.Note.Id, x.Note.CaseId, x.Note.On, names.GetValueOrDefault(x.Note.By, ""), x.Note.At, x.Note.Text, x.ReadAt is not null))],
                count, page.Count < take ? null : page[^1].Note.Id);
        }

        // What became a secret since is not shown any more.
        private async Task<List<Note>> Visible(IReadOnlyList<Note> notes, CancellationToken ct)
        {
            var closed = await seals.ClosedOf(notes.Select(x => x.Subject), ct);
            return [.. notes.Where(x => !closed.Contains(x.Subject))];
        }
    }
}
