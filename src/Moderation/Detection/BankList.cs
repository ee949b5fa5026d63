using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>The banks there are; those of restricted guidelines are there for child-safety specialists alone.</summary>
[AllowedTo(Role.Moderator, Role.PolicyManager, Role.Lead, Role.ChildSafety)]
public sealed record BankList : IQuery<BankList.Answer>
{
    /// <param name="MayOpen">Whether who asks may open one.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, bool MayOpen);

    /// <param name="Edition">As signals name it.</param>
    /// <param name="By">Who changed it last, by pseudonym.</param>
    /// <param name="IsYours">Whether who asks may change it.</param>
    public sealed record Row(
        string Code, string Title, BankPurpose Purpose, string Guideline, bool IsRestricted, int Edition, int Pictures, int Texts,
        string By, DateTimeOffset ChangedAt, bool IsYours);

    internal sealed class Handler(ModerationDb db, BankRights rights, IColleagueNames names) : IRequestHandler<BankList, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(BankList query, CancellationToken ct)
        {
            var rows = new List<Row>();
            foreach (var x in await db.Banks.AsNoTracking().OrderBy(x => x.Code).ToListAsync(ct))
                if (await rights.IsRestricted(x, ct) is var isRestricted && (!isRestricted || rights.SeesRestricted))
                    rows.Add(new(
                        x.Code, x.Title, x.Purpose, x.Guideline, isRestricted, x.Edition, x.Pictures, x.Texts,
                        await names.Of(x.ChangedBy, ct), x.ChangedAt, rights.MayChange(isRestricted)));

            return new Answer(rows, rights.MayChange(isRestricted: false) || rights.MayChange(isRestricted: true));
        }
    }
}
