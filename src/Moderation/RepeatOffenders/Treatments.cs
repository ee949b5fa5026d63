using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>Says how people would be treated, were another rulebook applied at an instant. Changes nothing.</summary>
internal sealed class Treatments(ModerationDb db)
{
    /// <param name="Looked">Decisions looked at.</param>
    public sealed record Answer(long Looked, IReadOnlyList<AccountTreated> Accounts);

    public async Task<Answer> Under(
        Rulebook rulebook, IReadOnlyCollection<AccountId> people, DateTimeOffset from, DateTimeOffset until, DateTimeOffset at, CancellationToken ct)
    {
        var judged = await db.JudgedOf(people, from, until, ct);
        return new(judged.Sum(x => x.LongCount()), [.. judged.Select(x => new AccountTreated(
            x.Key, [.. x.Select(y => Treatment.Of(Rejudged.Under(rulebook, y, at)))]))]);
    }
}
