using FluentValidation;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Severity = Moderation.Guidelines.Severity;

namespace Moderation.Review;

/// <summary>How a case that waits is found by somebody who looks for work.</summary>
public enum WaitingState
{
    /// <summary>Nobody holds it, and nobody put it off.</summary>
    Open,

    Claimed,
    Snoozed,
    Escalated,

    /// <summary>Held by who asks.</summary>
    Mine,
}

/// <summary>A part of what waits; what is left out asks nothing.</summary>
/// <param name="Queue">The code of one queue.</param>
/// <param name="Language">The language alone, lower case.</param>
/// <param name="Guideline">The code of its gravest guideline, clauses with it.</param>
/// <param name="Source">Who brought something to it, perhaps besides others.</param>
/// <param name="OpenedFrom">From this instant.</param>
/// <param name="OpenedUntil">Before this instant.</param>
/// <param name="DueWithinHours">Due by then, late ones with it; 0 for what is late, up to 8,760.</param>
public sealed record QueueFilter(
    string? Queue = null, string? Language = null, string? Guideline = null, Severity? Severity = null, CaseSource? Source = null,
    RoutedKind? Kind = null, DateTimeOffset? OpenedFrom = null, DateTimeOffset? OpenedUntil = null, WaitingState? State = null, int? DueWithinHours = null)
{
    internal const int MaxHours = 8760;

    /// <summary>Everything that waits.</summary>
    public static QueueFilter All { get; } = new();

    internal sealed class Validator : AbstractValidator<QueueFilter>
    {
        public Validator()
        {
            RuleFor(x => x.Queue).MaximumLength(Review.Queue.MaxCodeLength);
            RuleFor(x => x.Language).MaximumLength(35);
            RuleFor(x => x.Guideline).MaximumLength(100);
            RuleFor(x => x.Severity).IsInEnum();
            RuleFor(x => x.Source).IsInEnum();
            RuleFor(x => x.Kind).IsInEnum();
            RuleFor(x => x.State).IsInEnum();
            RuleFor(x => x.DueWithinHours).InclusiveBetween(0, MaxHours);
        }
    }

    internal DateTimeOffset? DueBy(DateTimeOffset now) => DueWithinHours is { } hours ? now.AddHours(hours) : null;

    /// <summary>Lanes are chosen before; this is what a row itself must say.</summary>
    internal bool Admits(QueueWalk.Step x, StaffId me, DateTimeOffset now) =>
        (Guideline is null || x.LeadGuideline == Guideline || x.LeadGuideline?.StartsWith(Guideline + ".", StringComparison.Ordinal) is true)
        && (Severity is null || x.Severity == Severity)
        && (Source is not { } source || x.Sources.HasFlag(source.AsSources))
        && (Kind is null || KindOf(x.Kind) == Kind)
        && !(x.OpenedAt < OpenedFrom) && !(x.OpenedAt >= OpenedUntil)
        // A case whose clock stands still is never late, nor soon to be.
        && (DueBy(now) is not { } due || x.DueAt <= due && (x.PausedAt is null || x.PausedUntil <= now))
        && (State is null || (State is WaitingState.Mine ? x.Holder == me && StateOf(x, now) is WaitingState.Claimed : StateOf(x, now) == State));

    internal static WaitingState StateOf(QueueWalk.Step x, DateTimeOffset now) =>
        x.SnoozedUntil > now ? WaitingState.Snoozed
        : x.Holder is not null && x.AvailableAt > now ? WaitingState.Claimed
        : x.IsEscalated ? WaitingState.Escalated
        : WaitingState.Open;

    private static RoutedKind KindOf(Content.ContentKind? kind) => kind is null ? RoutedKind.Account : Enum.Parse<RoutedKind>(kind.ToString()!);
}
