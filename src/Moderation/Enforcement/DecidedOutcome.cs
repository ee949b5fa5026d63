using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Enforcement;

/// <summary>One effect of a decision on one subject, with everything it needs to be applied.</summary>
internal sealed class DecidedOutcome
{
    private DecidedOutcome()
    {
    }

    public OutcomeId Id { get; private init; }

    public DecisionId DecisionId { get; private init; }

    public SubjectKind SubjectKind { get; private init; }

    public string SubjectId { get; private init; } = "";

    public OutcomeKind Kind { get; private init; }

    /// <summary>The code of the rule it rests on.</summary>
    public string Ground { get; private init; } = "";

    public SurfaceSet Surfaces { get; private init; }

    public double Weight { get; private init; }

    public double Floor { get; private init; }

    public Audience Audience { get; private init; }

    public List<string> Territories { get; private init; } = [];

    public List<string> ExceptTerritories { get; private init; } = [];

    public int? MinAge { get; private init; }

    public List<Feature> Features { get; private init; } = [];

    /// <summary>For a strike: how many it counts for, from 1; else 0.</summary>
    public int StrikeWeight { get; private init; }

    /// <summary>For a strike: whether it alone costs the account.</summary>
    public bool IsOneStrike { get; private init; }

    public DateTimeOffset From { get; private init; }

    public DateTimeOffset? Until { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When it was ended early: it held until then.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Since when it never was.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>How it was lifted last; null while nobody did.</summary>
    public HowLifted? Lifted { get; private set; }

    public string? LiftReason { get; private set; }

    /// <summary>The outcome that it makes again, since what had taken its place was overturned.</summary>
    public OutcomeId? Restores { get; private init; }

    /// <summary>The rulebook that put it in the place of another; null where it is the decision's own.</summary>
    public int? ByRulebook { get; private init; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    public static DecidedOutcome Of(
        DecisionId decision, SubjectRef subject, string ground, OutcomeTemplate template, IReadOnlyList<string> territories,
        double floor, DateTimeOffset from, DateTimeOffset? until, DateTimeOffset now, int strikeWeight = 0, bool isOneStrike = false) => new()
        {
            Id = new(Guid.CreateVersion7(now)),
            DecisionId = decision,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            Kind = template.Kind,
            Ground = ground,
            Surfaces = template.Surfaces,
            Weight = template.Weight,
            Floor = floor,
            Audience = template.Audience,
            Territories = [.. template.Where is { AllBut: false } only ? only.Countries : territories.Select(x => x.ToUpperInvariant())],
            ExceptTerritories = [.. template.Where is { AllBut: true } but ? but.Countries : []],
            MinAge = template.MinAge,
            Features = [.. template.Features],
            StrikeWeight = strikeWeight,
            IsOneStrike = isOneStrike,
            From = from,
            Until = until,
            RecordedAt = now,
        };

    /// <summary>It held until now; unlike what is retracted, that stays so.</summary>
    public void End(DateTimeOffset now)
    {
        if (EndedAt is null)
            (EndedAt, Lifted) = (now, HowLifted.Ended);
    }

    /// <summary>The same because what it rested on was mended or is gone.</summary>
    public void Cure(DateTimeOffset at)
    {
        if (!(EndedAt <= at))
            (EndedAt, Lifted) = (at, HowLifted.Cured);
    }

    public void Retract(DateTimeOffset now, HowLifted how, string? reason)
    {
        if (RetractedAt is null)
            (RetractedAt, Lifted, LiftReason) = (now, how, reason);
    }

    /// <summary>The same again, known from now on: what was told in between stays told.</summary>
    public DecidedOutcome Again(DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        DecisionId = DecisionId,
        SubjectKind = SubjectKind,
        SubjectId = SubjectId,
        Kind = Kind,
        Ground = Ground,
        Surfaces = Surfaces,
        Weight = Weight,
        Floor = Floor,
        Audience = Audience,
        Territories = [.. Territories],
        ExceptTerritories = [.. ExceptTerritories],
        MinAge = MinAge,
        Features = [.. Features],
        StrikeWeight = StrikeWeight,
        IsOneStrike = IsOneStrike,
        From = From,
        Until = Until,
        RecordedAt = now,
        EndedAt = EndedAt,
        Lifted = EndedAt is null ? null : HowLifted.Ended,
        Restores = Id,
        ByRulebook = ByRulebook,
    };

    /// <summary>Whether it does the same to the same for as long, whenever it began.</summary>
    public bool DoesAs(DecidedOutcome other) =>
        Kind == other.Kind && Subject == other.Subject && Surfaces == other.Surfaces && Weight == other.Weight
        && (Kind is not OutcomeKind.Demoted || Floor == other.Floor)
        && Audience == other.Audience && MinAge == other.MinAge && Until == other.Until
        && StrikeWeight == other.StrikeWeight && IsOneStrike == other.IsOneStrike
        && Territories.SequenceEqual(other.Territories) && ExceptTerritories.SequenceEqual(other.ExceptTerritories) && Features.SequenceEqual(other.Features);

    /// <summary>The same from an instant on, because another rulebook asks for it.</summary>
    /// <param name="now">When this is said; later than the instant where an application is caught up with.</param>
    public DecidedOutcome TakingOver(int rulebook, DateTimeOffset at, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        DecisionId = DecisionId,
        SubjectKind = SubjectKind,
        SubjectId = SubjectId,
        Kind = Kind,
        Ground = Ground,
        Surfaces = Surfaces,
        Weight = Weight,
        Floor = Floor,
        Audience = Audience,
        Territories = Territories,
        ExceptTerritories = ExceptTerritories,
        MinAge = MinAge,
        Features = Features,
        StrikeWeight = StrikeWeight,
        IsOneStrike = IsOneStrike,
        From = From > at ? From : at,
        Until = Until,
        RecordedAt = now,
        ByRulebook = rulebook,
    };

    /// <summary>As the evaluator takes it.</summary>
    public Outcome ForRanking() => new()
    {
        Id = Id.Value,
        Kind = Kind,
        Ground = Ground,
        OnAccount = SubjectKind is SubjectKind.Account,
        Surfaces = Surfaces,
        Weight = Weight,
        Floor = Floor,
        Audience = Audience,
        Territories = Territories,
        ExceptTerritories = ExceptTerritories,
        MinAge = MinAge,
        From = From,
        Until = Until,
        RecordedAt = RecordedAt,
        EndedAt = EndedAt,
        RetractedAt = RetractedAt,
    };

    public bool IsInForce(DateTimeOffset now) => ForRanking().IsInForce(now, now);
}
