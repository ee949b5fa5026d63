using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager refuses a proposed rulebook, or takes their own proposal back: it is a draft again.</summary>
/// <param name="Reason">1 to 2,000 characters, shown to whoever writes on.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record RefuseRulebook(DraftId Draft, string Reason) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<RefuseRulebook>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(RulebookDraft.MaxNoteLength);
    }

    internal sealed class Handler(ModerationDb db, Call call) : IRequestHandler<RefuseRulebook, Result<Done>>
    {
        public async Task<Result<Done>> Handle(RefuseRulebook command, CancellationToken ct) =>
            await db.RulebookDrafts.FindAsync([command.Draft], ct) is { } draft
                ? draft.Refuse(((Actor.Staff)call.Actor).Id, command.Reason)
                : DraftErrors.Unknown;
    }
}
