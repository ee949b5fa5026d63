using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Accounts;

/// <summary>The host platform tells what an account is now. Older news than we have is accepted and left aside.</summary>
/// <param name="FollowerCount">0 or more.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Age">In years, 0 to 150.</param>
/// <param name="ObservedAt">When the host saw it so.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record PutAccount(
    AccountId Id, string Handle, string? DisplayName = null, long? FollowerCount = null, string? Country = null,
    string? Language = null, int? Age = null, bool? IsMinor = null, string? Type = null, bool? IsPrivate = null,
    DateTimeOffset? CreatedAt = null, DateTimeOffset? ObservedAt = null) : ICommand<PutAccount.Answer>
{
    internal const int MaxLanguageLength = 35;
    internal const int MaxTypeLength = 40;

    /// <param name="Created">Whether it was new to us.</param>
    /// <param name="Changed">Whether it told us anything.</param>
    public sealed record Answer(AccountId Id, bool Created, bool Changed);

    internal sealed class Validator : AbstractValidator<PutAccount>
    {
        public Validator()
        {
            RuleFor(x => x.Id).Must(x => TextId.IsValid(x.Value)).WithMessage("'Id' must be 1 to 200 characters without surrounding space or control characters.");
            RuleFor(x => x.Handle).NotEmpty().MaximumLength(Account.MaxHandleLength);
            RuleFor(x => x.DisplayName).MaximumLength(Account.MaxHandleLength);
            RuleFor(x => x.FollowerCount).GreaterThanOrEqualTo(0);
            RuleFor(x => x.Country).Length(2);
            RuleFor(x => x.Language).MaximumLength(MaxLanguageLength);
            RuleFor(x => x.Age).InclusiveBetween(0, 150);
            RuleFor(x => x.Type).MaximumLength(MaxTypeLength);
        }
    }

    internal sealed class Handler(AccountIntake accounts) : IRequestHandler<PutAccount, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PutAccount command, CancellationToken ct) => await accounts.Put(command, ct);
    }
}

/// <summary>How accounts come in, one at a time or many in an import.</summary>
internal sealed class AccountIntake(ModerationDb db, SubjectKeys keys, Happenings happenings)
{
    public async Task<PutAccount.Answer> Put(PutAccount told, CancellationToken ct)
    {
        if (await db.Accounts.FindAsync([told.Id], ct) is { } known)
        {
            var (followers, changed) = (known.FollowerCount, known.Tell(told));
            if (known.FollowerCount != followers)
                happenings.Raise(new FollowersChanged(told.Id));
            return new(told.Id, Created: false, changed);
        }

        db.Add(Account.First(told));
        await keys.Arrive(SubjectRef.Of(told.Id), ct);
        happenings.Raise(new AccountArrived(told.Id));
        return new(told.Id, Created: true, Changed: true);
    }
}
