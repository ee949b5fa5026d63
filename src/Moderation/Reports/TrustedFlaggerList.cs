using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Reports;

/// <summary>Administrators and leads look at the registry of trusted flaggers: who is in it, and how right they were (DSA art. 22(6)).</summary>
[AllowedTo(Role.Admin, Role.Lead, Scopes = [Scope.Admin])]
public sealed record TrustedFlaggerList : IQuery<TrustedFlaggerList.Answer>
{
    /// <summary>How many of them are shown, by name.</summary>
    public const int MaxRows = 500;

    /// <summary>What is recent.</summary>
    public const int RecentDays = 28;

    /// <param name="MayChange">Whether who asks may add to it and pause.</param>
    public sealed record Answer(IReadOnlyList<Row> Flaggers, bool MayChange);

    /// <param name="Right">In how many of the decided cases they were right.</param>
    /// <param name="Decided">Of the last hundred cases they reported, how many were decided on the merits.</param>
    /// <param name="Credibility">What they are believed, 0 to 1.</param>
    /// <param name="Recent">Reports in the last 28 days.</param>
    public sealed record Row(AccountId Id, string Name, bool Active, int Right, int Decided, double Credibility, int Recent);

    internal sealed class Handler(ModerationDb db, ReporterRecords records, Call call, TimeProvider clock) : IRequestHandler<TrustedFlaggerList, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(TrustedFlaggerList query, CancellationToken ct)
        {
            var (rows, since) = (new List<Row>(), clock.GetUtcNow().AddDays(-RecentDays));
            foreach (var flagger in await db.Set<TrustedFlagger>().AsNoTracking().OrderBy(x => x.Name).ThenBy(x => x.Id).Take(MaxRows).ToListAsync(ct))
            {
                var record = await records.Of(flagger.Id, ct);
                rows.Add(new(
                    flagger.Id, flagger.Name, flagger.IsActive, record.Right, record.Decided, record.For(ReportSource.TrustedFlagger),
                    await db.Reports.CountAsync(x => x.ReporterId == flagger.Id && x.ReceivedAt >= since, ct)));
            }

            return new Answer(rows, call.Rights.Holds(Role.Admin));
        }
    }
}
