using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Somebody has read notes they were called to. Answers how many of these were unread.</summary>
/// <param name="Notes">1 to 100.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record ReadMentions(IReadOnlyList<NoteId> Notes) : ICommand<int>
{
    internal sealed class Validator : AbstractValidator<ReadMentions>
    {
        public Validator() => RuleFor(x => x.Notes.Count).InclusiveBetween(1, 100).OverridePropertyName("notes");
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<ReadMentions, Result<int>>
    {
        public async Task<Result<int>> Handle(ReadMentions command, CancellationToken ct)
        {
            if (call.Actor is not Actor.Staff(var me))
                return PipelineErrors.NotAllowed;

            var ids = command.Notes.Distinct().ToArray();
            var unread = await db.Mentions.Where(x => x.To == me && x.ReadAt == null && ids.Contains(x.NoteId)).ToListAsync(ct);
            foreach (var mention in unread)
                mention.Read(clock.GetUtcNow());

            return unread.Count;
        }
    }
}
