using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>The words in which this room is asked.</summary>
internal static class GuidelineQueries
{
    extension(ModerationDb db)
    {
        public DbSet<RulebookVersion> RulebookVersions => db.Set<RulebookVersion>();

        public DbSet<RulebookDraft> RulebookDrafts => db.Set<RulebookDraft>();

        /// <summary>The file of a version or of a draft, whichever is named.</summary>
        public async Task<Result<string>> RulebookJson(int? version, DraftId? draft, CancellationToken ct) => draft is { } id
            ? await db.RulebookDrafts.Where(x => x.Id == id).Select(x => x.Json).FirstOrDefaultAsync(ct) is { } written ? written : DraftErrors.Unknown
            : await db.RulebookVersions.Where(x => x.Number == version).Select(x => x.Json).FirstOrDefaultAsync(ct) is { } stored
                ? EarlierRulebook.Today(stored) : GuidelineErrors.UnknownVersion;
    }

    extension(IQueryable<RulebookVersion> versions)
    {
        /// <summary>All but those that were withdrawn before their time.</summary>
        public IQueryable<RulebookVersion> Standing => versions.Where(x => x.WithdrawnAt == null);

        /// <summary>All that had come into force, the one that counts first.</summary>
        public IQueryable<RulebookVersion> InForceAt(DateTimeOffset at) => versions
            .Standing.Where(x => x.InForceFrom <= at)
            .OrderByDescending(x => x.InForceFrom).ThenByDescending(x => x.Number);
    }
}
