/**
 * The truth about one request, whose dearer parts are worked out when first asked for: whoever wants the name of the
 * requested person pays neither for the recorded dwelling nor for the number.
 */

import type { Cell, ZipArea } from '../population/layout.ts';
import type { Dealt } from './dealing.ts';
import type { RecordedPlace } from './recorded-address.ts';
import type { AddressKind, HeldNumber, RequestedMember, RequestTruth } from './truth.ts';

/** How the parts are worked out, for any request of a list. */
export interface TruthSources {
  place(request: number, dealt: Dealt): RecordedPlace;
  areaOf(zip: number): ZipArea;
  /** The dwelling of a household of the ZIP area. */
  dwellingOf(area: ZipArea, household: number): number;
  /** The recorded dwelling of a place that is not the person's home. */
  dwellingIn(request: number, place: RecordedPlace, area: ZipArea): number;
  numberOf(request: number, dealt: Dealt, taxpayer: number, person: RequestedMember): HeldNumber;
}

export class KnownTruth implements RequestTruth {
  readonly taxpayer: number;
  readonly area: ZipArea;
  readonly cell: Cell;
  readonly household: number;
  readonly member: number;
  readonly #request: number;
  readonly #dealt: Dealt;
  readonly #sources: TruthSources;
  #place: RecordedPlace | undefined;
  #recordedArea: ZipArea | undefined;
  #homeDwelling = -1;
  #recordedDwelling = -1;
  #number: HeldNumber | undefined;

  constructor(
    request: number,
    dealt: Dealt,
    { area, cell, household, member }: RequestedMember,
    taxpayer: number,
    sources: TruthSources,
  ) {
    this.taxpayer = taxpayer;
    this.area = area;
    this.cell = cell;
    this.household = household;
    this.member = member;
    this.#request = request;
    this.#dealt = dealt;
    this.#sources = sources;
  }

  get homeDwelling(): number {
    if (this.#homeDwelling < 0) {
      this.#homeDwelling = this.#sources.dwellingOf(this.area, this.household);
    }
    return this.#homeDwelling;
  }

  get recordedArea(): ZipArea {
    if (this.#recordedArea === undefined) {
      const { zip } = this.#recordedPlace();
      this.#recordedArea = zip === this.area.zip ? this.area : this.#sources.areaOf(zip);
    }
    return this.#recordedArea;
  }

  get recordedDwelling(): number {
    if (this.#recordedDwelling < 0) {
      const place = this.#recordedPlace();
      this.#recordedDwelling =
        place.kind === 'home'
          ? this.homeDwelling
          : this.#sources.dwellingIn(this.#request, place, this.recordedArea);
    }
    return this.#recordedDwelling;
  }

  get addressKind(): AddressKind {
    return this.isFormerAddress ? this.#recordedPlace().kind : 'home';
  }

  get isFormerAddress(): boolean {
    return this.#recordedPlace().zip !== this.area.zip || this.recordedDwelling !== this.homeDwelling;
  }

  get number(): HeldNumber {
    this.#number ??= this.#sources.numberOf(this.#request, this.#dealt, this.taxpayer, this);
    return this.#number;
  }

  get numberOwner(): number {
    return this.number.owner;
  }

  #recordedPlace(): RecordedPlace {
    this.#place ??= this.#sources.place(this.#request, this.#dealt);
    return this.#place;
  }
}
