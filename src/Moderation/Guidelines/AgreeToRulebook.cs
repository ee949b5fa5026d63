using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>
/// Another policy manager agrees to a proposed rulebook: it becomes the next version, and counts from its instant on,
/// or from now where that has passed.
/// </summary>
[AllowedTo(Role.PolicyManager)]
public sealed record AgreeToRulebook(DraftId Draft) : ICommand<AgreeToRulebook.Answer>
{
    public sealed record Answer(int Version, DateTimeOffset InForceFrom);

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<AgreeToRulebook, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AgreeToRulebook command, CancellationToken ct)
        {
            if (await db.RulebookDrafts.FindAsync([command.Draft], ct) is not { } draft)
                return DraftErrors.Unknown;

            // Two who agree at once meet on the number: the second looks again.
            var next = 1 + await db.RulebookVersions.MaxAsync(x => (int?)x.Number, ct) ?? 1;
            if (!draft.Agree(((Actor.Staff)call.Actor).Id, next, clock.GetUtcNow()).IsOk(out var version, out var refusal))
                return refusal;
            if (await db.RulebookVersions.AnyAsync(x => x.InForceFrom == version.InForceFrom && x.WithdrawnAt == null, ct))
                return DraftErrors.SameInstant;

            db.Add(version);
            return new Answer(version.Number, version.InForceFrom);
        }
    }
}
