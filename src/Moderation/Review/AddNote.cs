using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>
/// A moderator leaves colleagues a word at a case, or about the account behind it. Whom it names with an @ finds it among their
/// mentions, where they may see the case.
/// </summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record AddNote(CaseId Case, NoteOn On, string Text) : ICommand<AddNote.Answer>
{
    /// <param name="Called">Whom it names and who may see it, as colleagues call them.</param>
    public sealed record Answer(NoteId Id, IReadOnlyList<string> Called);

    internal sealed class Validator : AbstractValidator<AddNote>
    {
        public Validator()
        {
            RuleFor(x => x.On).IsInEnum();
            RuleFor(x => x.Text).NotEmpty().MaximumLength(Note.MaxText);
        }
    }

    internal sealed class Handler(ModerationDb db, CaseSight sight, Claims claims, TimeProvider clock) : IRequestHandler<AddNote, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AddNote command, CancellationToken ct)
        {
            if (!(await sight.See(command.Case, ct)).IsOk(out var seen, out var refusal))
                return refusal;

            var note = db.Add(Note.Write(seen.Case, command.On, command.Text, seen.By.Id, clock.GetUtcNow())).Entity;
            var called = await Called(command.Text, seen, ct);
            db.AddRange(called.Select(x => Mention.Of(note, x.Id)));
            return new Answer(note.Id, [.. called.Select(x => x.CalledBy)]);
        }

        private async Task<List<StaffMember>> Called(string text, CaseSight.Seen seen, CancellationToken ct)
        {
            var called = new List<StaffMember>();
            if (!text.Contains('@', StringComparison.Ordinal))
                return called;

            foreach (var colleague in Mention.In(text, await db.Staff.AsNoTracking().Where(x => x.IsActive && x.Id != seen.By.Id).ToListAsync(ct)))
                if (called.Count < Mention.Most && Claims.Roles.Any(colleague.Holds) && await claims.MaySee(colleague, seen.Case, ct))
                    called.Add(colleague);
            return called;
        }
    }
}
