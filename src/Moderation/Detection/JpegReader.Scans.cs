namespace Moderation.Detection;

// What a scan adds to the frequencies of blocks, and what they come to.
internal sealed partial class JpegReader
{
    private const int SlotOfMoving = 4;

    private static readonly float[] Waves = [.. from place in Enumerable.Range(0, BlockSide) from frequency in Enumerable.Range(0, BlockSide)
        select (float)(Math.Cos((2 * place + 1) * frequency * Math.PI / 16) * (frequency == 0 ? Math.Sqrt(0.125) : 0.5))];

    // Blocks of zeros still to come, where a scan says so for many at once.
    private int zeroBlocks;

    /// <param name="First">The first frequency that is told of, 0 to 63.</param>
    /// <param name="Last">The last one.</param>
    /// <param name="Refines">Whether it adds one more bit to what is known.</param>
    /// <param name="Shift">How many bits are still to come after it.</param>
    private readonly record struct Scan(int First, int Last, bool Refines, int Shift);

    // Answers where the scan's bits end.
    private int ReadScan(ReadOnlySpan<byte> body, int place)
    {
        if (++scans > MostScans)
            throw new InvalidDataException("The JPEG has too many scans.");

        var told = new Plane[body[0]];
        for (var i = 0; i < told.Length; i++)
        {
            var id = body[1 + 2 * i];
            told[i] = Array.Find(planes, x => x.Id == id) ?? throw new InvalidDataException("The JPEG is damaged.");
            told[i].Steady = tables[body[2 + 2 * i] >> 4 & 3];
            told[i].Moving = tables[SlotOfMoving + (body[2 + 2 * i] & 3)];
        }

        var rest = body[(1 + 2 * told.Length)..];
        var scan = isProgressive ? new Scan(rest[0], rest[1], rest[2] >> 4 != 0, rest[2] & 15) : new(0, BlockSize - 1, false, 0);
        if (told is [] || scan.Last >= BlockSize || scan.First > scan.Last || isProgressive && told.Length > 1 && scan.First > 0)
            throw new InvalidDataException("The JPEG is damaged.");

        var bits = new BitReader(file, place);
        zeroBlocks = 0;
        if (told is [var only])
            ReadAlone(only, scan, bits);
        else
            ReadTogether(told, scan, bits);
        return bits.Place;
    }

    // One plane by itself has only the blocks that its points need.
    private void ReadAlone(Plane plane, Scan scan, BitReader bits)
    {
        var (across, down) = ((plane.Width + BlockSide - 1) / BlockSide, (plane.Height + BlockSide - 1) / BlockSide);
        for (var unit = 0; unit < across * down; unit++)
        {
            RestartAt(unit, bits);
            ReadBlock(plane, unit / across * plane.Stride + unit % across, scan, bits);
        }
    }

    private void ReadTogether(Plane[] told, Scan scan, BitReader bits)
    {
        var (across, down) = (Units(width, planes.Max(x => x.Across)), Units(height, planes.Max(x => x.Down)));
        for (var unit = 0; unit < across * down; unit++)
        {
            RestartAt(unit, bits);
            foreach (var plane in told)
                for (var y = 0; y < plane.Down; y++)
                    for (var x = 0; x < plane.Across; x++)
                        ReadBlock(plane, (unit / across * plane.Down + y) * plane.Stride + unit % across * plane.Across + x, scan, bits);
        }
    }

    private void RestartAt(int unit, BitReader bits)
    {
        if (unit > 0 && (restartEvery == 0 || unit % restartEvery != 0))
            return;

        if (unit > 0)
            bits.Restart();
        zeroBlocks = 0;
        foreach (var plane in planes)
            plane.LastSteady = 0;
    }

    private void ReadBlock(Plane plane, int block, Scan scan, BitReader bits)
    {
        var into = plane.Frequencies.AsSpan(block * BlockSize, BlockSize);
        if (scan.First == 0)
        {
            if (scan.Refines)
            {
                into[0] |= (short)(bits.Bit() << scan.Shift);
                return;
            }

            plane.LastSteady += bits.Signed(Table(plane.Steady).Read(bits) & 15);
            into[0] = (short)(plane.LastSteady << scan.Shift);
        }

        if (scan.Last == 0)
            return;
        if (scan.Refines)
            Refine(into, plane, scan, bits);
        else
            ReadMoving(into, plane, scan, bits);
    }

    private void ReadMoving(Span<short> into, Plane plane, Scan scan, BitReader bits)
    {
        if (zeroBlocks > 0)
        {
            zeroBlocks--;
            return;
        }

        for (var k = Math.Max(1, scan.First); k <= scan.Last; k++)
        {
            var read = Table(plane.Moving).Read(bits);
            var (run, size) = (read >> 4, read & 15);
            if (size == 0 && run < 15)
            {
                zeroBlocks = (1 << run) - 1 + bits.Bits(run);
                return;
            }

            k += run;
            if (size > 0)
                into[ZigZag[k]] = (short)(bits.Signed(size) << scan.Shift);
        }
    }

    private void Refine(Span<short> into, Plane plane, Scan scan, BitReader bits)
    {
        var one = 1 << scan.Shift;
        var k = scan.First;
        for (; zeroBlocks == 0 && k <= scan.Last; k++)
        {
            var read = Table(plane.Moving).Read(bits);
            var (run, size) = (read >> 4, read & 15);
            if (size == 0 && run < 15)
            {
                zeroBlocks = (1 << run) + bits.Bits(run);
                break;
            }

            var added = size == 0 ? 0 : bits.Bit() == 1 ? one : -one;
            for (; k <= scan.Last && (into[ZigZag[k]] != 0 || run-- > 0); k++)
                Sharpen(ref into[ZigZag[k]], one, bits);
            if (added != 0 && k <= scan.Last)
                into[ZigZag[k]] = (short)added;
        }

        if (zeroBlocks == 0)
            return;

        zeroBlocks--;
        for (; k <= scan.Last; k++)
            Sharpen(ref into[ZigZag[k]], one, bits);
    }

    private static void Sharpen(ref short value, int one, BitReader bits)
    {
        if (value != 0 && bits.Bit() == 1 && (value & one) == 0)
            value += (short)(value > 0 ? one : -one);
    }

    private static HuffmanTable Table(HuffmanTable? table) => table ?? throw new InvalidDataException("The JPEG is damaged.");

    private Luminance Mixed()
    {
        if (planes.Any(x => x.Width != width || x.Height != height))
            throw new InvalidDataException("The JPEG is of a kind that is not read.");

        float[][] colours = [.. planes.Select(Points)];
        var points = Luminance.Room(width, height);
        for (var i = 0; i < points.Length; i++)
            points[i] = Luminance.Of(colours[0][i], colours[1][i], colours[2][i]);
        return new(width, height, points);
    }

    private float[] Points(Plane plane)
    {
        var quantiser = quantisers[plane.Quantiser] ?? throw new InvalidDataException("The JPEG is damaged.");
        var points = Luminance.Room(plane.Width, plane.Height);
        Span<float> block = stackalloc float[BlockSize];
        Span<float> half = stackalloc float[BlockSize];
        for (var top = 0; top < plane.Height; top += BlockSide)
            for (var start = 0; start < plane.Width; start += BlockSide)
            {
                var from = plane.Frequencies.AsSpan((top / BlockSide * plane.Stride + start / BlockSide) * BlockSize, BlockSize);
                for (var i = 0; i < BlockSize; i++)
                    block[i] = from[i] * quantiser[i];
                Undo(block, half);
                Undo(half, block);
                for (var y = 0; y < BlockSide && top + y < plane.Height; y++)
                    for (var x = 0; x < BlockSide && start + x < plane.Width; x++)
                        points[(top + y) * plane.Width + start + x] = Math.Clamp(block[y * BlockSide + x] + 128, 0, 255);
            }

        return points;
    }

    // Frequencies along rows become points, and rows become columns: done twice, it is back as it was.
    private static void Undo(ReadOnlySpan<float> from, Span<float> to)
    {
        for (var row = 0; row < BlockSide; row++)
            for (var place = 0; place < BlockSide; place++)
            {
                var sum = 0f;
                for (var k = 0; k < BlockSide; k++)
                    sum += from[row * BlockSide + k] * Waves[place * BlockSide + k];
                to[place * BlockSide + row] = sum;
            }
    }
}
