using MediatR;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Eligibility;

/// <summary>The host asks whether what it was told of may be shown at all.</summary>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record MayPublish(ContentId Content) : IQuery<MayPublish.Answer>
{
    public enum Answer
    {
        Yes,
        Hold,
        No,
    }

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<MayPublish, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(MayPublish query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var candidate = new Candidate(query.Content, null, Follows: true);
            var standings = new Standings(db);
            await standings.Load([candidate], ct);
            // The profile shows whatever is not gone.
            return standings.On(candidate, Surface.Profile, Viewer.Adult, now, now).Action is VerdictAction.Drop ? Answer.No : Answer.Yes;
        }
    }
}
