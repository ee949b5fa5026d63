using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Somebody types in the palette: a few of each kind that may be meant.</summary>
/// <param name="Text">2 to 200 characters.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record FindAnything(string Text) : IQuery<FindAnything.Answer>
{
    /// <summary>How many of each kind.</summary>
    public const int Few = 5;

    /// <summary>With less nothing is looked for.</summary>
    public const int MinLength = 2;

    public sealed record Answer(IReadOnlyList<SearchCases.Row> Cases, IReadOnlyList<SearchAccounts.Row> Accounts, IReadOnlyList<SearchDecisions.Row> Decisions);

    internal sealed class Validator : AbstractValidator<FindAnything>
    {
        public Validator() => RuleFor(x => x.Text).NotEmpty().Length(MinLength, TextId.MaxLength);
    }

    internal sealed class Handler(ModerationDb db, Call call, CaseSearch cases, AccountSearch accounts, DecisionSearch decisions)
        : IRequestHandler<FindAnything, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(FindAnything query, CancellationToken ct)
        {
            var me = ((Actor.Staff)call.Actor).Id;
            if (await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var (foundCases, _) = await cases.Find(new(query.Text), member, Few, ct);
            var (foundAccounts, _) = await accounts.Find(query.Text, null, Few, member, ct);
            var (foundDecisions, _) = await decisions.Find(new(query.Text), me, Few, ct);
            return new Answer(
                await SearchCases.Show(db, [.. foundCases.Select(x => x.Id)], ct),
                [.. foundAccounts.Select(SearchAccounts.Row.Of)],
                await SearchDecisions.Show(db, [.. foundDecisions.Select(x => x.Id)], ct));
        }
    }
}
