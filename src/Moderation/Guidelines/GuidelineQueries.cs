using Microsoft.EntityFrameworkCore;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>The words in which this room is asked.</summary>
internal static class GuidelineQueries
{
    extension(ModerationDb db)
    {
        public DbSet<RulebookVersion> RulebookVersions => db.Set<RulebookVersion>();
    }

    extension(IQueryable<RulebookVersion> versions)
    {
        /// <summary>All that had come into force, the one that counts first.</summary>
        public IQueryable<RulebookVersion> InForceAt(DateTimeOffset at) => versions
            .Where(x => x.InForceFrom <= at)
            .OrderByDescending(x => x.InForceFrom).ThenByDescending(x => x.Number);
    }
}
