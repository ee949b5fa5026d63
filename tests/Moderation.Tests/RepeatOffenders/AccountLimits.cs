using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Tests.RepeatOffenders;

internal static class AccountLimits
{
    extension(AccountStatus.Answer status)
    {
        /// <summary>What limits the account, but for that it is not recommended.</summary>
        public IReadOnlyList<AccountStatus.AccountOutcome> Limits => [.. status.AccountOutcomes.Where(x => x.Kind is not OutcomeKind.NotRecommended)];
    }
}
