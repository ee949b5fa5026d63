using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>What is in a bank, the newest first, a page at a time.</summary>
/// <param name="Before">The number that the page before ended with; null for the first page.</param>
/// <param name="Removed">Whether those that were taken out are shown too.</param>
[AllowedTo(Role.Moderator, Role.PolicyManager, Role.Lead, Role.ChildSafety)]
public sealed record BankEntries(string Bank, int? Before = null, bool Removed = false) : IQuery<BankEntries.Answer>
{
    public const int Page = 100;

    /// <param name="IsMore">Whether another page follows.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, bool IsMore);

    /// <param name="Number">In its bank.</param>
    /// <param name="Mark">The PDQ hash, or the digest of the text; 64 hexadecimal digits.</param>
    /// <param name="IsOutdated">Whether its text was made plain in a way that is used no more, so that it finds nothing until added again.</param>
    /// <param name="By">Of colleagues, by pseudonym.</param>
    public sealed record Row(
        int Number, BankMark Kind, string Mark, bool IsOutdated, string? Note, ContentId? TakenFrom, string By, DateTimeOffset At,
        string? RemovedBy, DateTimeOffset? RemovedAt, string? RemovedBecause);

    internal sealed class Validator : AbstractValidator<BankEntries>
    {
        public Validator() => RuleFor(x => x.Bank).NotEmpty().MaximumLength(Detection.Bank.MaxCodeLength);
    }

    internal sealed class Handler(ModerationDb db, BankRights rights, IColleagueNames names) : IRequestHandler<BankEntries, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(BankEntries query, CancellationToken ct)
        {
            if (!(await rights.ToSee(query.Bank, ct)).IsOk(out var bank, out var refusal))
                return refusal;

            var before = query.Before ?? int.MaxValue;
            var found = await db.BankEntries.AsNoTracking().Where(x => x.Bank == bank.Code && x.Number < before && (query.Removed || x.RemovedIn == null))
                .OrderByDescending(x => x.Number).Take(Page + 1).ToListAsync(ct);
            var rows = new List<Row>();
            foreach (var x in found.Take(Page))
                rows.Add(new(
                    x.Number, x.Kind, x.Mark, x.IsOutdated, x.Note, x.TakenFrom, await names.Of(x.By, ct), x.At,
                    await names.Of(x.RemovedBy, ct), x.RemovedAt, x.RemovedBecause));

            return new Answer(rows, found.Count > Page);
        }
    }
}
