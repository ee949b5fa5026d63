using Microsoft.Extensions.DependencyInjection;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>Draws what follows from a command: reactions until the news runs out, then each settling and its news.</summary>
internal sealed class Consequences(ModerationDb db, Happenings happenings, IServiceProvider services)
{
    public const int MaxWaves = 100;

    private int waves;

    public async Task Draw()
    {
        await React();
        foreach (var part in services.GetServices<ISettle>().InRoomOrder())
        {
            await part.Settle(CancellationToken.None);
            await React();
        }
    }

    public async Task Close()
    {
        foreach (var part in services.GetServices<ICloseCommit>().InRoomOrder())
            await part.Close(CancellationToken.None);
    }

    private async Task React()
    {
        await db.SaveChangesAsync(CancellationToken.None);
        while (happenings.NextWave() is { Count: > 0 } wave)
        {
            if (++waves > MaxWaves)
                throw new InvalidOperationException($"News keeps making news: {wave[0].GetType().Name}.");

            foreach (var happened in wave)
                await Tell((dynamic)happened);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private async Task Tell<TEvent>(TEvent happened) where TEvent : IEvent
    {
        foreach (var room in services.GetServices<IReactTo<TEvent>>().InRoomOrder())
            await room.React(happened, CancellationToken.None);
    }
}
