using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Accounts;

/// <summary>Who took something away from the network.</summary>
public enum DeletedBy
{
    Author,
    Platform,
}

/// <summary>The host platform tells that an account is gone. Open cases become void; strikes stay and stay appealable.</summary>
/// <param name="Erase">Whether personal data goes too; digests stay.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record DeleteAccount(AccountId Id, DateTimeOffset At, DeletedBy By, bool Erase = false) : ICommand<DeleteAccount.Answer>
{
    public sealed record Answer(AccountId Id, DateTimeOffset DeletedAt);

    internal sealed class Validator : AbstractValidator<DeleteAccount>
    {
        public Validator() => RuleFor(x => x.By).IsInEnum();
    }

    internal sealed class Handler(ModerationDb db, Happenings happenings) : IRequestHandler<DeleteAccount, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(DeleteAccount command, CancellationToken ct)
        {
            if (await db.Accounts.FindAsync([command.Id], ct) is not { } account)
                return AccountErrors.Unknown;

            account.Delete(command.At, command.Erase);
            happenings.Raise(new AccountDeleted(command.Id, command.At, command.Erase));
            return new Answer(command.Id, account.DeletedAt!.Value);
        }
    }
}
