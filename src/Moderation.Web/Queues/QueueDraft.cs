using System.Globalization;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;

namespace Moderation.Web.Queues;

/// <summary>A queue as somebody is writing it.</summary>
public sealed class QueueDraft
{
    public bool IsNew { get; private init; }

    public string Code { get; set; } = "";

    public string Title { get; set; } = "";

    public string Skill { get; set; } = "";

    public List<RuleDraft> Rules { get; private init; } = [];

    public IReadOnlySet<StaffId> Members { get; set; } = new HashSet<StaffId>();

    public IReadOnlySet<OutcomeKind> Hidden { get; set; } = new HashSet<OutcomeKind>();

    public bool HasHours { get; set; }

    public int[] Hours { get; private init; } = [1, 4, 24, 72];

    public bool PausesClock { get; set; } = true;

    public int? AgeOutDays { get; set; }

    public bool AutoAssign { get; set; }

    public bool IsActive { get; set; } = true;

    public static QueueDraft New() => new() { IsNew = true, Rules = [new()] };

    public static QueueDraft Of(QueueList.Row row) => new()
    {
        Code = row.Code,
        Title = row.Title ?? "",
        Skill = row.Skill,
        Rules = [.. row.Rules.Select(RuleDraft.Of)],
        Members = row.Members.ToHashSet(),
        Hidden = row.HiddenOutcomes.ToHashSet(),
        HasHours = row.DueHours is not null,
        Hours = row.DueHours is { } x ? [x.Severe, x.High, x.Medium, x.Low] : [1, 4, 24, 72],
        PausesClock = row.PausesClock,
        AgeOutDays = row.AgeOutDays,
        AutoAssign = row.AutoAssign,
        IsActive = row.IsActive,
    };

    public SaveQueue Said() => new(
        Code.Trim(), Title.Trim(), [.. Rules.Select(x => x.Said())], Skill.Trim(), [.. Members], [.. Hidden],
        HasHours ? new(Hours[0], Hours[1], Hours[2], Hours[3]) : null, PausesClock, AgeOutDays, AutoAssign, IsActive);
}

/// <summary>One rule as somebody is writing it: lists as words with commas between.</summary>
public sealed class RuleDraft
{
    public IReadOnlySet<string> Guidelines { get; set; } = new HashSet<string>();

    public IReadOnlySet<CaseSource> Sources { get; set; } = new HashSet<CaseSource>();

    public IReadOnlySet<RoutedKind> Kinds { get; set; } = new HashSet<RoutedKind>();

    public string Languages { get; set; } = "";

    public string Countries { get; set; } = "";

    public long? MinReach { get; set; }

    public long? MaxReach { get; set; }

    public double? MinScore { get; set; }

    public double? MaxScore { get; set; }

    public static RuleDraft Of(RoutingRule rule) => new()
    {
        Guidelines = rule.Guidelines.ToHashSet(),
        Sources = rule.Sources.ToHashSet(),
        Kinds = rule.Kinds.ToHashSet(),
        Languages = string.Join(", ", rule.Languages),
        Countries = string.Join(", ", rule.Countries),
        MinReach = rule.MinReach,
        MaxReach = rule.MaxReach,
        MinScore = rule.MinScore,
        MaxScore = rule.MaxScore,
    };

    public RoutingRule Said() => new(
        [.. Guidelines.Order(StringComparer.Ordinal)], [.. Sources.Order()], [.. Kinds.Order()], [.. Words(Languages).Select(x => x.ToLower(CultureInfo.InvariantCulture))],
        [.. Words(Countries).Select(x => x.ToUpperInvariant())], MinReach, MaxReach, MinScore, MaxScore);

    private static string[] Words(string said) => said.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
