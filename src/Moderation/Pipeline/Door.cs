using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>A fresh scope a try; a lost race is run again from the start, so that no handler needs to know of races.</summary>
internal sealed partial class Door(IServiceScopeFactory scopes, DatabaseProvider database, Random chance, ILogger<Door> log) : IUseCases
{
    public const int Tries = 4;

    public async Task<Result<T>> Run<T>(Actor actor, IUseCase<T> useCase, IdempotencyKey? retry, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(actor, useCase, retry, ct);
            }
            catch (Exception lost) when (database.IsRace(lost))
            {
                Lost(log, useCase.GetType().Name, attempt);
                if (attempt == Tries)
                    return database.IsUnavailable(lost) ? PipelineErrors.Busy : PipelineErrors.ChangedMeanwhile;

                await Task.Delay(Jitter(attempt), ct);
            }
            catch (Exception unavailable) when (database.IsUnavailable(unavailable))
            {
                NoRoom(log, useCase.GetType().Name, unavailable);
                return PipelineErrors.Busy;
            }
        }
    }

    private async Task<Result<T>> Once<T>(Actor actor, IUseCase<T> useCase, IdempotencyKey? retry, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Begin(actor, useCase, retry);

        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(useCase, ct);
        if (answer is Result<T>.Refused { Error: var refusal } && refusal == PipelineErrors.NotAllowed)
            await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteRefusal(call);

        return answer;
    }

#pragma warning disable CA5394 // Spreading retries needs no secrecy.
    private TimeSpan Jitter(int attempt) => TimeSpan.FromMilliseconds(chance.Next(5, 40) * attempt);
#pragma warning restore CA5394

    [LoggerMessage(Level = LogLevel.Information, Message = "{UseCase} lost a race (try {Attempt}).")]
    private static partial void Lost(ILogger log, string useCase, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{UseCase} was refused, because the database cannot be used.")]
    private static partial void NoRoom(ILogger log, string useCase, Exception unavailable);
}

/// <summary>What is being done now, and by whom.</summary>
internal sealed class Call
{
    private readonly HashSet<SubjectRef> opened = [];

    public Actor Actor { get; private set; } = Actor.Anonymous;

    public Rights Rights { get; set; } = Rights.None;

    public object UseCase { get; private set; } = "";

    public IdempotencyKey? Retry { get; private set; }

    /// <summary>Set by a question that opens something restricted: its asking goes into the audit log.</summary>
    public bool OpensSomethingSensitive { get; set; }

    /// <summary>What of it was opened.</summary>
    public IReadOnlySet<SubjectRef> Opened => opened;

    /// <summary>Who asks sees something of this that others may not: that goes into the audit log.</summary>
    public void Opens(SubjectRef subject)
    {
        OpensSomethingSensitive = true;
        opened.Add(subject);
    }

    public void Begin(Actor actor, object useCase, IdempotencyKey? retry) =>
        (Actor, UseCase, Retry) = (actor, useCase, retry);
}
