using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>
/// The product at its start makes sure that there are rules: where no version is stored, it stores the rulebook that it
/// was shipped with. Answers the number of the version in force.
/// </summary>
[AllowedTo(Role.Product)]
public sealed record InstallRulebook : ICommand<int>
{
    private const int First = 1;

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<InstallRulebook, Result<int>>
    {
        public async Task<Result<int>> Handle(InstallRulebook command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (await db.RulebookVersions.AnyAsync(ct))
                return await db.RulebookVersions.InForceAt(now).Select(x => (int?)x.Number).FirstOrDefaultAsync(ct)
                    is { } number ? number : GuidelineErrors.NoneInForce;

            return RulebookFile.Read(RulebookFile.Shipped, First).Match<Result<int>>(
                // From the epoch, so that decisions about what is imported from earlier days find it.
                ok: x => db.RulebookVersions
                    .Add(RulebookVersion.Install(x, RulebookFile.Shipped, DateTimeOffset.UnixEpoch, now)).Entity.Number,
                refused: x => x);
        }
    }
}
