using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager proposes a draft without mistakes. It counts once another one agrees.</summary>
/// <param name="From">The instant from which it is to count, not in the past; null for as soon as it is agreed to.</param>
/// <param name="Note">What changes and why, 1 to 2,000 characters.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record ProposeRulebook(DraftId Draft, DateTimeOffset? From, string Note) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<ProposeRulebook>
    {
        public Validator() => RuleFor(x => x.Note).NotEmpty().MaximumLength(RulebookDraft.MaxNoteLength);
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<ProposeRulebook, Result<Done>>
    {
        public async Task<Result<Done>> Handle(ProposeRulebook command, CancellationToken ct) =>
            await db.RulebookDrafts.FindAsync([command.Draft], ct) is { } draft
                ? draft.Propose(((Actor.Staff)call.Actor).Id, command.From?.ToUniversalTime(), command.Note, clock.GetUtcNow())
                : DraftErrors.Unknown;
    }
}
