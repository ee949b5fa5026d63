using System.Globalization;
using System.Text.Json;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;

namespace Moderation.Transparency;

/// <summary>What a rehearsal has counted so far.</summary>
internal sealed class RehearsalTally
{
    /// <summary>Sizes of accounts, in followers from which on they count.</summary>
    private static readonly long[] Sizes = [1_000_000, 100_000, 10_000, 1_000, 0];

    internal sealed record Count(long Now, long Draft);

    public long Harder { get; set; }

    public long Softer { get; set; }

    public long Otherwise { get; set; }

    public long Steps { get; set; }

    public long Accounts { get; set; }

    public Dictionary<string, Count> ByGuideline { get; init; } = [];

    public Dictionary<string, Count> ByOutcome { get; init; } = [];

    public Dictionary<string, Count> ByLanguage { get; init; } = [];

    public Dictionary<string, Count> ByCountry { get; init; } = [];

    public Dictionary<string, Count> BySize { get; init; } = [];

    public static RehearsalTally Read(string? json) =>
        json is null ? new() : JsonSerializer.Deserialize<RehearsalTally>(json, PipelineJson.Options)!;

    public string Write() => JsonSerializer.Serialize(this, PipelineJson.Options);

    public void Add(AccountTreated treated, string language, string country, long followers)
    {
        Accounts += treated.Differs ? 1 : 0;
        var size = Sizes.First(x => followers >= x).ToString(CultureInfo.InvariantCulture);
        foreach (var treatment in treated.Treatments)
        {
            Steps += treatment is { IsStep: true, Change: not Change.None } ? 1 : 0;
            if (!treatment.IsStep)
            {
                Harder += treatment.Change is Change.Harder ? 1 : 0;
                Softer += treatment.Change is Change.Softer ? 1 : 0;
                Otherwise += treatment.Change is Change.Otherwise ? 1 : 0;
            }

            Add(ByGuideline, treatment.Guideline, treatment);
            Add(ByLanguage, language, treatment);
            Add(ByCountry, country, treatment);
            Add(BySize, size, treatment);
            foreach (var limit in treatment.Kept.Concat(treatment.Ended))
                Add(ByOutcome, limit.Kind.ToString(), now: 1, draft: 0);
            foreach (var limit in treatment.Kept.Concat(treatment.Added))
                Add(ByOutcome, limit.Kind.ToString(), now: 0, draft: 1);
        }
    }

    private static void Add(Dictionary<string, Count> counts, string key, Treatment x) =>
        Add(counts, key, x.Kept.Count + x.Ended.Count, x.Kept.Count + x.Added.Count);

    private static void Add(Dictionary<string, Count> counts, string key, long now, long draft)
    {
        var before = counts.GetValueOrDefault(key, new(0, 0));
        counts[key] = new(before.Now + now, before.Draft + draft);
    }
}
