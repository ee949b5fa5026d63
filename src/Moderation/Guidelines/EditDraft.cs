using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>
/// A policy manager stores what they wrote so far, mistakes and all. Who wrote on an older text is refused, so that
/// nobody's work is overwritten unseen.
/// </summary>
/// <param name="Json">At most 5 MB.</param>
/// <param name="ExpectedVersion">The draft's version as it was opened.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record EditDraft(DraftId Draft, string Json, long ExpectedVersion) : ICommand<EditDraft.Answer>
{
    /// <param name="Version">To be expected by the next edit.</param>
    public sealed record Answer(long Version);

    internal sealed class Validator : AbstractValidator<EditDraft>
    {
        public Validator() => RuleFor(x => x.Json).NotNull();
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<EditDraft, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(EditDraft command, CancellationToken ct)
        {
            if (await db.RulebookDrafts.FindAsync([command.Draft], ct) is not { } draft)
                return DraftErrors.Unknown;
            if (db.Entry(draft).Property<long>(Conventions.Version).CurrentValue != command.ExpectedVersion)
                return DraftErrors.ChangedMeanwhile;

            return draft.Edit(command.Json, ((Actor.Staff)call.Actor).Id, clock.GetUtcNow()).Match<Result<Answer>>(
                // It grows only where something differs.
                _ => new Answer(command.ExpectedVersion + (db.Entry(draft).State is EntityState.Modified ? 1 : 0)),
                refused => refused);
        }
    }
}
