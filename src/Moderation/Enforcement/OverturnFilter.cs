using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Which decisions a bad rule made: those in force that neither a step of a ladder nor an order brought.</summary>
/// <param name="Hidden">Guidelines that who asked may not know of.</param>
/// <param name="Own">The account of who asked, which somebody else has to look at.</param>
internal sealed record OverturnFilter(
    string? Detector, string? Version, string? Rule, string? Guideline, DateTimeOffset From, DateTimeOffset Until,
    IReadOnlyList<string> Hidden, string? Own)
{
    public static OverturnFilter Read(Run run) => JsonSerializer.Deserialize<OverturnFilter>(run.What, PipelineJson.Options)!;

    public string Written() => JsonSerializer.Serialize(this, PipelineJson.Options);

    public IQueryable<Decision> In(ModerationDb db)
    {
        var found = db.Decisions.Where(x => x.MadeAt >= From && x.MadeAt < Until
            && x.OverturnedAt == null && x.SupersededAt == null && x.CauseId == null && x.OrderId == null);
        if (Detector is not null)
            found = found.Where(x => x.Detector == Detector);
        if (Version is not null)
            found = found.Where(x => x.DetectorVersion == Version);
        if (Rule is not null)
            found = found.Where(x => x.Rule == Rule);
        if (Guideline is not null)
            found = Under(found, Guideline);
        if (Own is not null)
            found = found.Where(x => x.AuthorId != new AccountId(Own));
        foreach (var code in Hidden)
        {
            var clauses = code + ".";
            found = found.Where(x => x.Guideline != code && !x.Guideline.StartsWith(clauses));
        }

        return found;
    }

    /// <summary>Whether specialists alone may know of one of those found.</summary>
    public async Task<bool> FindsRestricted(ModerationDb db, IEnumerable<string> restricted, CancellationToken ct)
    {
        foreach (var code in restricted)
            if (await Under(In(db), code).AnyAsync(ct))
                return true;

        return false;
    }

    /// <summary>Every guideline that a version of the rulebook keeps for specialists.</summary>
    public static async Task<string[]> Restricted(ModerationDb db, Rulebooks rulebooks, CancellationToken ct)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var version in await db.RulebookVersions.Select(x => x.Number).ToListAsync(ct))
            codes.UnionWith((await rulebooks.Version(db, version, ct)).Guidelines.Where(x => x.Restricted).Select(x => x.Code));
        return [.. codes];
    }

    private static IQueryable<Decision> Under(IQueryable<Decision> decisions, string guideline)
    {
        var clauses = guideline + ".";
        return decisions.Where(x => x.Guideline == guideline || x.Guideline.StartsWith(clauses));
    }
}
