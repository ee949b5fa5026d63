namespace Moderation.Web.Demo;

/// <summary>What schemes are sold with: loud, dark and full of gold.</summary>
internal static class MoneyMotifs
{
    public static void Coins(DemoCanvas c)
    {
        c.Fill(Paint.Night);
        c.Shape($"M-540 190Q-260 20 0 150T540 70V{c.Bottom}H-540Z", Paint.Petrol);
        c.Shape($"M-540 310Q-220 190 60 290T540 240V{c.Bottom}H-540Z", Paint.Ink);
        var low = c.Chance.Next(2, 5);
        c.Repeat(low, n => c.Coin(-240, 330 - n * 62, 150, 48));
        c.Repeat(low + c.Chance.Next(2, 4), n => c.Coin(220, 360 - n * 62, 150, 48));
        c.Within("translate(-10 -30) rotate(-18)", x => x.Shape("M-90 0L0-100V-42H130V42H0V100Z", Paint.Mint));
    }

    public static void Chart(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Plum, Paint.Night, Paint.Ink));
        c.Repeat(6, n => c.Rect(-460, -110 + n * 100, 920, 3, Paint.Petrol));
        c.Repeat(6, n =>
        {
            var tall = 90 + n * 62 + c.Chance.Next(-35, 36);
            c.Rect(-430 + n * 150, 390 - tall, 96, tall, n % 2 is 0 ? Paint.Lilac : Paint.Indigo, 10);
        });
        c.Stroke("M-400 300L-240 210L-110 250L60 70L190 120L400-110", Paint.Coral, 26);
        c.Shape("M330-130L460-170L440-35Z", Paint.Coral);
    }

    public static void Gift(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Brick, Paint.Petrol, Paint.Indigo));
        c.Repeat(34, n => c.Within($"translate({c.Chance.Next(-520, 520)} {c.Chance.Next(c.Top, c.Bottom)}) rotate({c.Chance.Next(90)})",
            x => x.Rect(-12, -6, 24, 12, c.Pick(Paint.Amber, Paint.Mint, Paint.Rose, Paint.White), 3)));
        c.Rect(-250, 60, 500, 360, Paint.Apricot, 18).Rect(-290, -30, 580, 120, Paint.White, 18)
            .Rect(-55, -30, 110, 450, Paint.Ochre);
        c.Stroke("M0-30C-60-170-230-190-220-90S-60-40 0-30C60-170 230-190 220-90S60-40 0-30", Paint.Ochre, 40);
    }

    public static void Phone(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Petrol, Paint.Plum, Paint.Forest));
        c.Circle(0, 170, 380, c.Pick(Paint.Sea, Paint.Green, Paint.Indigo));
        c.Within("rotate(-6 0 170)", x =>
        {
            x.Rect(-170, -140, 340, 640, Paint.Ink, 54).Rect(-146, -104, 292, 560, Paint.White, 26);
            x.Repeat(4, n => x.Rect(n % 2 is 0 ? -118 : -38, -60 + n * 112, 156, 78, n % 2 is 0 ? Paint.Mist : Paint.Mint, 30));
            x.Circle(0, 420, 26, Paint.Coral);
        });
        c.Coin(290, 330, 90, 90).Coin(-320, 10, 66, 66);
    }

    public static void Shield(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(Paint.Mist).Circle(0, 170, 400, Paint.White);
        c.Shape("M0-130L260-40V180C260 330 130 430 0 490C-130 430-260 330-260 180V-40Z", Paint.Petrol);
        c.Shape("M0-130L260-40V180C260 330 130 430 0 490Z", Paint.Sea);
        c.Stroke("M-110 170L-25 260L130 80", Paint.White, 46);
    }

    public static void Megaphone(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Brick, Paint.Indigo, Paint.Petrol));
        c.Repeat(9, n => c.Within($"translate(160 190) rotate({-64 + n * 16})", x => x.Rect(150, -9, 330, 18, Paint.Amber, 9)));
        c.Within("translate(-90 190) rotate(-8)", x =>
        {
            x.Rect(-40, 60, 96, 240, Paint.Bark, 30).Shape("M-90-90L250-250V250L-90 90Z", Paint.White);
            x.Rect(-270, -90, 190, 180, Paint.Ochre, 40).Rect(230, -270, 56, 540, Paint.Ochre, 28);
        });
    }

    public static void Lettering(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(c.Pick(Paint.Straw, Paint.Apricot, Paint.Pale));
        c.Rect(-500, -530, 1000, 1040, Paint.White, 20);
        c.Repeat(7, n => c.Rect(-380, -180 + n * 84, n is 6 ? 380 : 640 + c.Chance.Next(120), 26, Paint.Sand, 13));
        c.Circle(420, -540, 60, Paint.Coral);
    }
}
