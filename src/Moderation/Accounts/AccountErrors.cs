using Moderation.Pipeline;

namespace Moderation.Accounts;

/// <summary>Every way this room refuses.</summary>
public static class AccountErrors
{
    public static Error Unknown { get; } = new(Refusal.Unknown, "account.unknown", "We do not know this account.");
}

/// <summary>An account is gone from the network.</summary>
internal sealed record AccountDeleted(AccountId Account, DateTimeOffset At, bool Erase) : IEvent;

/// <summary>An account came for the first time.</summary>
internal sealed record AccountArrived(AccountId Account) : IEvent;

/// <summary>More or fewer people see what it posts.</summary>
internal sealed record FollowersChanged(AccountId Account) : IEvent;
