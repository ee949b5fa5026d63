using MediatR;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Benchmarks;

/// <summary>Decides as a program does, but many at once, so that filling a large database takes minutes and not hours.</summary>
/// <param name="Decisions">Each on another person, so that the ladder sees them one after the other.</param>
[AllowedTo(Role.Product)]
internal sealed record DecideMany(IReadOnlyList<DecideMany.One> Decisions) : ICommand<Done>
{
    internal sealed record One(string Content, AccountId Author, string Detector);

    internal sealed class Handler(Ledgers ledgers, Deciding deciding) : IRequestHandler<DecideMany, Result<Done>>
    {
        public async Task<Result<Done>> Handle(DecideMany command, CancellationToken ct)
        {
            await ledgers.Take(command.Decisions.Select(x => x.Author));
            foreach (var one in command.Decisions)
            {
                var subject = new SubjectRef(SubjectKind.Content, one.Content);
                if (!(await deciding.OnSubject(subject, null, "fraud", Finding.Violates, "A machine said so.", ct)).IsOk(out var said, out var refusal)
                    || !(await deciding.Make(said with { Automation = Automation.Full, Detector = one.Detector }, ct)).IsOk(out _, out refusal))
                    return refusal;
            }

            return new Done();
        }
    }
}
