using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Whoever wrote a note takes it back within ten minutes. That there was one stays; what it said, and whom it called, goes.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record WithdrawNote(NoteId Note) : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db, CaseSight sight, TimeProvider clock) : IRequestHandler<WithdrawNote, Result<Done>>
    {
        public async Task<Result<Done>> Handle(WithdrawNote command, CancellationToken ct)
        {
            if (await db.Notes.FirstOrDefaultAsync(x => x.Id == command.Note, ct) is not { } note
                || !(await sight.See(note.CaseId, ct)).IsOk(out var seen, out _))
                return ReviewErrors.UnknownNote;

            return (await note.Withdraw(seen.By.Id, clock.GetUtcNow()).Match<Task<Result<Done>>>(
                async done =>
                {
                    db.RemoveRange(await db.Mentions.Where(x => x.NoteId == note.Id).ToListAsync(ct));
                    return done;
                },
                refused => Task.FromResult<Result<Done>>(refused)));
        }
    }
}
