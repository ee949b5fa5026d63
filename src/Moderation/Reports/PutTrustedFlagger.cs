using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Reports;

/// <summary>An administrator says who is a trusted flagger (DSA art. 22).</summary>
[AllowedTo(Role.Admin, Role.Product, Scopes = [Scope.Admin])]
public sealed record PutTrustedFlagger(AccountId Id, string Name, bool Active) : ICommand<PutTrustedFlagger.Answer>
{
    public sealed record Answer(AccountId Id, bool Created);

    internal sealed class Validator : AbstractValidator<PutTrustedFlagger>
    {
        public Validator()
        {
            RuleFor(x => x.Id).Must(x => TextId.IsValid(x.Value)).WithMessage("'Id' is not a valid id.");
            RuleFor(x => x.Name).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(ModerationDb db) : IRequestHandler<PutTrustedFlagger, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PutTrustedFlagger command, CancellationToken ct)
        {
            if (await db.Set<TrustedFlagger>().FindAsync([command.Id], ct) is { } known)
            {
                known.Become(command.Name, command.Active);
                return new Answer(command.Id, Created: false);
            }

            db.Add(TrustedFlagger.Register(command.Id, command.Name, command.Active));
            return new Answer(command.Id, Created: true);
        }
    }
}
