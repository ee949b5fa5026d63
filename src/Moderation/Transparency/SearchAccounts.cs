using FluentValidation;
using MediatR;
using Moderation.Accounts;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Staff look for accounts by their id, or the beginning of their handle or display name, in any case of letters.</summary>
/// <param name="Text">1 to 200 characters.</param>
/// <param name="Take">1 to 200 rows.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record SearchAccounts(string Text, int Take = 50, SearchAccounts.Place? After = null) : IQuery<SearchAccounts.Answer>
{
    /// <summary>What of it matched first.</summary>
    public enum FoundBy
    {
        Id,
        Handle,
        Name,
    }

    /// <summary>Where a page ended.</summary>
    public sealed record Place(FoundBy By, string Key, AccountId Id);

    /// <param name="Next">Where to go on; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, Place? Next);

    public sealed record Row(AccountId Id, string Handle, string? DisplayName, long Followers, string? Country, bool Gone)
    {
        internal static Row Of(Account x) =>
            new(x.Id, x.Handle is { Length: > 0 } handle ? handle : x.Id.Value, x.DisplayName, x.FollowerCount, x.Country, x.DeletedAt is not null);
    }

    internal sealed class Validator : AbstractValidator<SearchAccounts>
    {
        public Validator()
        {
            RuleFor(x => x.Text).NotEmpty().MaximumLength(TextId.MaxLength);
            RuleFor(x => x.Take).InclusiveBetween(1, 200);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, AccountSearch search) : IRequestHandler<SearchAccounts, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(SearchAccounts query, CancellationToken ct)
        {
            if (await db.StaffWith(((Actor.Staff)call.Actor).Id, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var (found, next) = await search.Find(query.Text, query.After, query.Take, member, ct);
            return new Answer([.. found.Select(Row.Of)], next);
        }
    }
}
