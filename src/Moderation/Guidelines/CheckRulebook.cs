using FluentValidation;
using MediatR;
using Moderation.Pipeline;

namespace Moderation.Guidelines;

/// <summary>A policy manager asks what is wrong in a text, while writing it. Nothing is stored.</summary>
/// <param name="Json">At most 5 MB.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record CheckRulebook(string Json) : IQuery<CheckRulebook.Answer>
{
    /// <param name="Mistakes">In the order of the file; none means that it may be proposed.</param>
    public sealed record Answer(IReadOnlyList<Mistake> Mistakes);

    internal sealed class Validator : AbstractValidator<CheckRulebook>
    {
        public Validator() => RuleFor(x => x.Json).NotNull();
    }

    internal sealed class Handler : IRequestHandler<CheckRulebook, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(CheckRulebook query, CancellationToken ct) => Task.FromResult<Result<Answer>>(
            RulebookDraft.Unfit(query.Json) is { } unfit ? unfit : new Answer(RulebookFile.Check(query.Json)));
    }
}
