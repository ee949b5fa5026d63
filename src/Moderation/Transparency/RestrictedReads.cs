using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Who opened what that others may not see, and when, the newest first; ids only.</summary>
/// <param name="Skip">How many are known.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.ChildSafety, Role.Admin)]
public sealed record RestrictedReads(int Skip = 0, int Take = 100) : IQuery<RestrictedReads.Answer>
{
    private static readonly string[] Questions = [.. typeof(RestrictedReads).Assembly.GetTypes()
        .Where(x => x.GetInterfaces().Any(y => y.IsGenericType && y.GetGenericTypeDefinition() == typeof(IQuery<>))).Select(x => x.Name)];

    /// <param name="Next">How many to skip for the next page; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int? Next);

    /// <param name="Actor">For example <c>staff:Wren</c>: by pseudonym, but to administrators by id.</param>
    /// <param name="Question">The use case that opened it.</param>
    /// <param name="Subjects">As <c>kind:id</c>; none in entries from before they were written down.</param>
    public sealed record Row(Guid Entry, DateTimeOffset At, string Actor, string Question, IReadOnlyList<string> Subjects);

    internal sealed class Handler(ModerationDb db, IColleagueNames names) : IRequestHandler<RestrictedReads, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RestrictedReads query, CancellationToken ct)
        {
            var (skip, take) = (Math.Max(0, query.Skip), Math.Clamp(query.Take, 1, 200));
            var rows = await db.Set<AuditEntry>().AsNoTracking().Where(x => Questions.Contains(x.Act) && !x.Refused)
                .OrderByDescending(x => x.Id).Skip(skip).Take(take).ToListAsync(ct);
            var shown = new List<Row>();
            foreach (var x in rows)
                shown.Add(new(x.Id.Value, x.At, await names.OfActor(x.Actor, ct), x.Act, x.Subjects.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
            return new Answer(shown, rows.Count < take ? null : skip + take);
        }
    }
}
