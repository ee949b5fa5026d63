using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager gives a draft up. Its text stays, for who wants to look it up.</summary>
[AllowedTo(Role.PolicyManager)]
public sealed record DiscardDraft(DraftId Draft) : ICommand<Done>
{
    internal sealed class Handler(ModerationDb db) : IRequestHandler<DiscardDraft, Result<Done>>
    {
        public async Task<Result<Done>> Handle(DiscardDraft command, CancellationToken ct) =>
            await db.RulebookDrafts.FindAsync([command.Draft], ct) is { } draft ? draft.Discard() : DraftErrors.Unknown;
    }
}
